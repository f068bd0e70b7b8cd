import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Texts = Map<string, string>;
type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function read(path: string): Texts {
  return new Map(flatten(JSON.parse(readFileSync(path, 'utf8')) as Tree));
}

const namespaces = [
  { name: 'common', vi: 'src/i18n/common.vi.json', en: 'src/i18n/common.en.json' },
  ...readdirSync('src/features')
    .filter((feature) => existsSync(`src/features/${feature}/locales/vi.json`))
    .map((feature) => ({
      name: feature,
      vi: `src/features/${feature}/locales/vi.json`,
      en: `src/features/${feature}/locales/en.json`,
    })),
];

/** Vietnamese has one plural form, English two: `x_other` there answers `x_one` and `x_other` here. */
function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

function keys(texts: Texts): string[] {
  return [...new Set([...texts.keys()].map(withoutPlural))].sort();
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]!))].sort();
}

const VIETNAMESE_LETTER = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;

/** hoá, xoá, huỷ: correct, but one spelling has to be kept, and the decrees write hóa, xóa, hủy. */
const NEW_STYLE_TONE = /(?<!q)(o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/iu;

/** Proper names that stay as they are in an English sentence. */
const NAMES_IN_ENGLISH = /\b(Kon Tum|Vietnam|Nscl)\b/g;

/** Frequent English words that are no Vietnamese syllables; one of them betrays an untranslated text. */
const ENGLISH_WORDS = new RegExp(
  `\\b(${[
    'the|and|for|with|from|this|that|are|not|your|you|has|have|was|will|can|could|please|save|saved|cancel',
    'delete|remove|add|edit|update|submit|search|filter|sort|open|close|next|previous|page|row|rows|error|failed',
    'loading|sign|user|name|password|enterprise|program|programme|date|amount|status|file|upload|download|export',
    'import|settings|welcome|home|required|invalid|choose|select|try|again|back|yes|none|of|is|at|least|most',
  ].join('|')})\\b`,
  'i',
);

/** Words that Vietnamese officials write as they are. */
const ALLOWED_IN_VIETNAMESE = /\b(Excel|PDF|DOCX|XLSX|CSV|Enter|Esc|Ctrl|mail|website|ten@donvi\.vn)\b/gi;

describe.each(namespaces)('texts of $name', ({ vi: viPath, en: enPath }) => {
  const vi = read(viPath);
  const en = read(enPath);

  it('have the same keys in both languages', () => {
    expect(keys(en)).toEqual(keys(vi));
  });

  it('give both plural forms in English and one in Vietnamese', () => {
    const counted = [...vi.keys()].filter((key) => key.endsWith('_other'));
    expect([...vi.keys()].filter((key) => key.endsWith('_one'))).toEqual([]);
    for (const key of counted) expect([...en.keys()]).toContain(key.replace(/_other$/, '_one'));
  });

  it('use the same placeholders', () => {
    for (const [key, text] of vi) {
      const english = en.get(key) ?? '';
      expect([key, placeholders(english)]).toEqual([key, placeholders(text)]);
    }
  });

  it('leave nothing empty', () => {
    expect([...vi, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('have no Vietnamese letters in English', () => {
    const offenders = [...en].filter(([, text]) =>
      VIETNAMESE_LETTER.test(text.replace(NAMES_IN_ENGLISH, '')),
    );
    expect(offenders).toEqual([]);
  });

  it('have no English left in Vietnamese', () => {
    const offenders = [...vi].filter(([, text]) =>
      ENGLISH_WORDS.test(text.replace(/\{\{[^}]*\}\}/g, '').replace(ALLOWED_IN_VIETNAMESE, '')),
    );
    // The switch names the other language in that language.
    expect(offenders.filter(([key]) => key !== 'app.otherLanguage')).toEqual([]);
  });

  it('place tone marks as the legal documents do (hóa, xóa, hủy, Ủy ban)', () => {
    expect([...vi].filter(([, text]) => NEW_STYLE_TONE.test(text))).toEqual([]);
  });

  it('are written in composed form (NFC)', () => {
    expect([...vi].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });
});
