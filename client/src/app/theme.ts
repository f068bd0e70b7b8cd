import { createTheme, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';
import type { TFunction } from 'i18next';

/** An overlay's <header> would count as a second banner of the page. */
// Closing is not animated: a dialog that fades away would show the words of its next use.
const OVERLAY_HEADER = {
  attributes: { header: { role: 'presentation' } },
  transitionProps: { exitDuration: 0 },
};

/** The kit's tokens. Contrast of every pair was measured; see the comments where Mantine's own value is replaced. */
export function buildTheme(t: TFunction): MantineThemeOverride {
  return createTheme({
    primaryColor: 'gov',
    primaryShade: { light: 7, dark: 5 },
    black: '#101828',
    colors: {
      gov: [
        '#eef5fc',
        '#d9e8f7',
        '#b3d1ef',
        '#8ab8e6',
        '#5f9cdb',
        '#3a80ca',
        '#1c66b3',
        '#0b4f94',
        '#093f77',
        '#062c54',
      ],
      // Filled 6.6:1 with white, text 7:1 and more on white.
      red: [
        '#fff5f5',
        '#ffe3e3',
        '#ffc9c9',
        '#ffa8a8',
        '#ff8787',
        '#e5534b',
        '#d03b32',
        '#b42318',
        '#9b1c1c',
        '#7a1414',
      ],
    },
    fontFamily: "'Noto Sans Variable', 'Noto Sans', 'Segoe UI', Roboto, sans-serif",
    fontFamilyMonospace: "'Cascadia Mono', Consolas, 'Liberation Mono', monospace",
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.5rem', lineHeight: '1.35' },
        h2: { fontSize: '1.125rem', lineHeight: '1.4' },
        h3: { fontSize: '1rem', lineHeight: '1.45' },
      },
    },
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    respectReducedMotion: true,
    // Mantine ships no words of its own for icon-only buttons: one place names them.
    components: {
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('actions.closeNotification') } } },
      Modal: { defaultProps: { ...OVERLAY_HEADER, closeButtonProps: { 'aria-label': t('form.close') } } },
      Drawer: { defaultProps: { ...OVERLAY_HEADER, closeButtonProps: { 'aria-label': t('form.close') } } },
      // The first item takes the focus; the kit's unnamed placeholder is no allowed child of a menu.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      Alert: { defaultProps: { closeButtonLabel: t('form.close') } },
      PasswordInput: {
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('actions.showPassword') } },
      },
      DateInput: {
        defaultProps: {
          ariaLabels: {
            nextMonth: t('dates.nextMonth'),
            previousMonth: t('dates.previousMonth'),
            nextYear: t('dates.nextYear'),
            previousYear: t('dates.previousYear'),
            nextDecade: t('dates.nextDecade'),
            previousDecade: t('dates.previousDecade'),
            monthLevelControl: t('dates.chooseMonth'),
            yearLevelControl: t('dates.chooseYear'),
          },
        },
      },
    },
  });
}

/** Mantine's defaults that miss 4.5:1 (placeholder, dimmed and error text, light variants). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  dark: {},
  light: {
    '--mantine-color-placeholder': '#667085',
    '--mantine-color-error': '#b42318',
    '--mantine-color-dimmed': '#475467',
    '--mantine-color-green-light-color': '#1b5e32',
    '--mantine-color-orange-light-color': '#8a3a0a',
    '--mantine-color-yellow-light-color': '#6b4e00',
    '--mantine-color-red-light-color': '#9b1c1c',
  },
});
