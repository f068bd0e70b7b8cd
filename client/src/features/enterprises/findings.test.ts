import { describe, expect, it } from 'vitest';
import { findingsCsv } from './findings';

describe('the file of findings', () => {
  it('quotes what it holds and starts with a byte order mark', () => {
    expect(findingsCsv(['Dòng', 'Nội dung'], [[7, 'Tên "Sâm", số 1']])).toBe(
      '\uFEFF"Dòng","Nội dung"\r\n"7","Tên ""Sâm"", số 1"\r\n',
    );
  });

  it('keeps what looks like a formula a text', () => {
    expect(findingsCsv(['A'], [['=1+1'], ['@x']])).toBe('\uFEFF"A"\r\n"\'=1+1"\r\n"\'@x"\r\n');
  });
});
