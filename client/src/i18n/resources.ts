import type common from './common.vi.json';

/** Typed keys per namespace; each capability adds its own next to its texts. */
export interface Resources {
  common: typeof common;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
    strictKeyChecks: true;
  }
}
