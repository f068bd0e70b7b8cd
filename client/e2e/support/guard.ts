import { expect, test as base, type ConsoleMessage } from '@playwright/test';

type Guard = {
  /** Console errors that a test provokes on purpose. */
  expectedErrors: RegExp[];
};

/** A browser that answers 4xx writes a line of its own; the screens show those answers and tests assert them. */
const REFUSED_REQUEST = /Failed to load resource: the server responded with a status of 4\d\d/;

/** Every test fails on console errors, uncaught exceptions and violations of the content security policy. */
export const test = base.extend<Guard>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, runTest) => {
    const errors: string[] = [];
    const violations: string[] = [];
    const isExpected = (text: string) =>
      REFUSED_REQUEST.test(text) || expectedErrors.some((pattern) => pattern.test(text));

    await page.exposeFunction('reportCspViolation', (text: string) => violations.push(text));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (window as unknown as { reportCspViolation: (text: string) => void })
          .reportCspViolation;
        report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' && !isExpected(message.text())) errors.push(message.text());
    });

    await runTest(page);

    expect(errors, 'console errors').toEqual([]);
    expect(violations, 'content security policy').toEqual([]);
  },
});

export { expect } from '@playwright/test';
