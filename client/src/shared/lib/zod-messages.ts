import i18n from 'i18next';
import { z } from 'zod';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

function isBlank(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

function message(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (isBlank(issue.input)) return i18n.t('validation.required');
      if (issue.expected === 'int') return i18n.t('validation.integer');
      return issue.expected === 'number' ? i18n.t('validation.number') : i18n.t('validation.invalid');
    case 'invalid_value':
      return isBlank(issue.input) ? i18n.t('validation.choose') : i18n.t('validation.invalid');
    case 'invalid_format':
      if (isBlank(issue.input)) return i18n.t('validation.required');
      if (issue.format === 'date') return i18n.t('validation.date');
      return issue.format === 'email' ? i18n.t('validation.email') : i18n.t('validation.format');
    case 'too_small': {
      const limit = Number(issue.minimum);
      if (issue.origin === 'string') {
        return isBlank(issue.input) || limit <= 1
          ? i18n.t('validation.required')
          : i18n.t('validation.tooShort', { count: limit });
      }
      if (issue.origin === 'array') return i18n.t('validation.tooFew', { count: limit });
      return i18n.t('validation.tooSmall', { limit });
    }
    case 'too_big': {
      const limit = Number(issue.maximum);
      if (issue.origin === 'string') return i18n.t('validation.tooLong', { count: limit });
      if (issue.origin === 'array') return i18n.t('validation.tooMany', { count: limit });
      return i18n.t('validation.tooBig', { limit });
    }
    default:
      return i18n.t('validation.invalid');
  }
}

/** Field messages of every schema come from our own texts, in the language of the screen. */
export function setZodMessages(): void {
  z.config({ customError: message });
}
