import { readFileSync } from 'node:fs';

/** What the browser is told to fetch before it can show anything: the page itself says it. */
const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
const firstLoad = (extension) =>
  [...page.matchAll(/assets\/[^"]+/g)]
    .map(([path]) => `dist/${path}`)
    .filter((path) => path.endsWith(extension));

const gzip = true;

export default [
  { name: 'first load, JavaScript', path: firstLoad('.js'), limit: '308 kB', gzip },
  { name: 'first load, CSS', path: firstLoad('.css'), limit: '45 kB', gzip },
  { name: 'all CSS', path: 'dist/assets/*.css', limit: '55 kB', gzip },
  ...['sign-in', 'palette'].map((name) => ({ name, path: `dist/assets/${name}-*.js`, limit: '25 kB', gzip })),
];
