import { describe, expect, it } from 'vitest';
import { ownSources } from './sources';

const VIETNAMESE_LETTER = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

const banned: { pattern: RegExp; instead: string }[] = [
  { pattern: /\.localeCompare\(/, instead: 'compareVi' },
  { pattern: /\.toLocale(Date|Time)?String\(/, instead: 'the formatters of shared/lib/vi' },
  { pattern: /dangerouslySetInnerHTML/, instead: 'React nodes' },
  {
    pattern: /new Date\(\)\.toISOString\(\)\.slice\(0, 10\)/,
    instead: 'todayVi (UTC is yesterday before 07:00)',
  },
  { pattern: /textTransform|text-transform:\s*uppercase/, instead: 'sentence case (Vietnamese marks)' },
  { pattern: /crypto\.randomUUID/, instead: 'newIdempotencyKey (plain http has no randomUUID)' },
];

/** Data of algorithms, not texts of screens. */
const MAY_HOLD_VIETNAMESE = new Set(['shared/lib/vi.ts']);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('own sources', () => {
  const sources = ownSources();

  it('are found', () => {
    expect(sources.length).toBeGreaterThan(30);
  });

  it.each(banned)('use $instead', ({ pattern }) => {
    expect(sources.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('hold no Vietnamese texts; those live in the locale files', () => {
    const offenders = sources.filter(
      ({ path, text }) => !MAY_HOLD_VIETNAMESE.has(path) && VIETNAMESE_LETTER.test(withoutComments(text)),
    );
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  it('reach another feature only from routes and app', () => {
    const offenders = sources.flatMap(({ path, text }) => {
      const own = /^features\/([^/]+)\//.exec(path)?.[1];
      const isComposition = path.startsWith('routes/') || path.startsWith('app/') || path === 'main.tsx';
      if (isComposition) return [];
      const others = [
        ...text.matchAll(/from '(?:@|\.\.)\/features\/([^/']+)|from '\.\.\/([a-z-]+)\/queries'/g),
      ]
        .map((match) => match[1] ?? match[2])
        .filter((feature) => feature !== own);
      return others.map((feature) => `${path} → ${feature}`);
    });
    expect(offenders).toEqual([]);
  });
});
