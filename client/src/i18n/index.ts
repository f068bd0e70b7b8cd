import i18n, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatInt } from '@/shared/lib/vi';
import common from './common.vi.json';
import './resources';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'nscl.language';

type Bundle = Record<string, unknown>;
type Loader = () => Promise<{ default: Bundle }>;
const english: Record<string, Loader> = {
  ...import.meta.glob<{ default: Bundle }>('./common.en.json'),
  ...import.meta.glob<{ default: Bundle }>('../features/*/locales/en.json'),
};

function englishPath(namespace: string): string {
  return namespace === 'common' ? './common.en.json' : `../features/${namespace}/locales/en.json`;
}

/** Vietnamese comes with the code that uses it; English is fetched when somebody asks for it. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = language === 'en' ? english[englishPath(namespace)] : undefined;
    if (!load) {
      done(null, {});
      return;
    }
    load().then(
      (module) => done(null, module.default),
      (error: unknown) => done(error as Error, null),
    );
  },
};

function savedLanguage(): Language {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'vi';
}

void i18n
  .use(backend)
  .use(initReactI18next)
  .init({
    lng: savedLanguage(),
    fallbackLng: 'vi',
    supportedLngs: [...LANGUAGES],
    ns: ['common'],
    defaultNS: 'common',
    resources: { vi: { common } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
i18n.services.formatter?.add('number', (value: number) => formatInt(value));
document.documentElement.lang = savedLanguage();

/** Called by a capability next to its texts: `addVietnamese('programs', vi)`. */
export function addVietnamese(namespace: string, texts: Bundle): void {
  i18n.addResourceBundle('vi', namespace, texts, true, true);
}

export function currentLanguage(): Language {
  return i18n.resolvedLanguage === 'en' ? 'en' : 'vi';
}

export async function setLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(STORAGE_KEY, language);
}

export default i18n;
