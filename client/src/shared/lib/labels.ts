import { useTranslation } from 'react-i18next';
import { currentLanguage } from '@/i18n';

type AnyT = (key: string, options: { defaultValue: string }) => string;

/**
 * Words for codes that come from the API: `label('actions', 'SubmitEnrollment')`. A code that the texts do not know yet is
 * shown as it is, because a newer server may send it.
 */
export function useLabels(namespace: string): (group: string, code: string) => string {
  const { t } = useTranslation(namespace as 'common');
  return (group, code) => (t as unknown as AnyT)(`${group}.${code}`, { defaultValue: code });
}

/** Content that packs bring in both languages. */
export function inLanguage(vi: string, en: string | null | undefined): string {
  return currentLanguage() === 'en' && en ? en : vi;
}
