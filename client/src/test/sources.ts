import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export type Source = { path: string; text: string };

/** The client's own source files, without tests and generated ones. */
export function ownSources(): Source[] {
  return readdirSync('src', { recursive: true })
    .map(String)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\.gen\.|schema\.d\.ts|^test[\\/]/.test(path))
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join('src', path), 'utf8') }));
}
