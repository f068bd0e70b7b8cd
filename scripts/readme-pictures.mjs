// Retakes the pictures of README.md from a running demo whose first dossier has been walked to its published decision:
//   ./run --reset, then ./test e2e or the ten-minute tour by hand, then
//   NSCL_BASE_URL=http://localhost:5080 NSCL_DEMO_PASSWORD=… node scripts/readme-pictures.mjs
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { chromium } = createRequire(new URL('../client/package.json', import.meta.url))('@playwright/test');
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const baseURL = process.env.NSCL_BASE_URL ?? 'http://localhost:5080';
const GINSENG = '6101990019';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

async function as(userName, { width = 1280, height = 800 } = {}) {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.locator('input[name="password"]').fill(process.env.NSCL_DEMO_PASSWORD ?? '');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.locator('header.shell-top').waitFor();
  return page;
}

const read = (page, path) => page.evaluate(async (url) => (await fetch(url)).json(), path);

async function take(page, name, scrollTo) {
  await page.waitForLoadState('networkidle');
  if (scrollTo) {
    await page.locator(scrollTo).first().evaluate((part) => window.scrollTo(0, part.getBoundingClientRect().top + scrollY - 64));
  }
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}${name}.png` });
}

const officer = await as('officer');
await take(officer, 'home');
const [program] = (await read(officer, '/api/v1/programs')).items;
const [enterprise] = (await read(officer, `/api/v1/enterprises?q=${GINSENG}`)).items;
const dossiers = (await read(officer, `/api/v1/enrollments?enterpriseId=${enterprise.id}`)).items;
const dossier = dossiers.find(({ status }) => status === 'approved');
await officer.goto('/enrollments');
await take(officer, 'dossiers');
await officer.goto(`/programs/${program.id}`);
await officer.getByRole('article', { name: /^Chứng nhận sản phẩm/ }).waitFor();
await take(officer, 'policy', 'article[aria-label^="Công nghệ thông tin"]');
await officer.goto(`/enterprises/${enterprise.id}`);
await take(officer, 'enterprise', 'section:has(h2:text("Quy mô doanh nghiệp"))');

const auditor = await as('auditor');
await auditor.goto(`/enrollments/${dossier.id}`);
await take(auditor, 'decision');
await take(auditor, 'subsidy', '#subsidy');
await auditor.goto('/audit');
await auditor.getByRole('button', { name: 'Kiểm tra toàn vẹn' }).click();
await auditor.getByText('Nhật ký còn nguyên vẹn').waitFor();
await take(auditor, 'audit');

const phone = await as('enterprise', { width: 390, height: 844 });
await phone.goto(`/enrollments/${dossier.id}`);
await take(phone, 'phone', '#subsidy');
await browser.close();
