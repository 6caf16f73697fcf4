import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import i18next from 'i18next';
import { OneMoment } from '@/parts/one-moment';

// A calm blue-green. Its sixth and seventh shade have contrast enough for white text on them (WCAG 2.2, 1.4.3).
const teal: MantineColorsTuple = [
  '#e9f6f8', '#d3e8ec', '#a4d0d8', '#72b6c3', '#4aa1b1', '#2f8fa1', '#14788b', '#0f6678', '#0a5565', '#05434f',
];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 7 },
  colors: { brand: teal },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Devanagari', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono', Menlo, Consolas, monospace",
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { loaderProps: { children: <OneMoment /> } } },
    Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
    Alert: { defaultProps: { variant: 'light', radius: 'md' } },
    Anchor: { defaultProps: { underline: 'always' } },
    // The head of a dialog is not that of the page, and its button has a name.
    ModalHeader: { defaultProps: { component: 'div' } },
    ModalCloseButton: { defaultProps: () => ({ 'aria-label': i18next.t('close', { ns: 'shell' }) }) },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
});

/** Colours of which Mantine's own have too little contrast for small text. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1b2329',
    '--mantine-color-dimmed': '#56616b',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f6678',
    '--mantine-color-placeholder': '#66717b',
    '--app-ground': '#f6f8f9',
    '--app-chosen': '#e2f0f2',
    '--app-chosen-text': '#0a5565',
  },
  dark: {
    '--mantine-color-text': '#dde2e6',
    '--mantine-color-brand-light': '#17343a',
    '--mantine-color-brand-light-hover': '#1e434b',
    '--mantine-color-brand-light-color': '#a4dbe4',
    '--mantine-color-dimmed': '#a9b2bb',
    '--mantine-color-error': '#ff9c8f',
    '--mantine-color-anchor': '#72c3d1',
    '--mantine-color-placeholder': '#9aa3ab',
    '--mantine-color-body': '#1b1f23',
    '--app-ground': '#15181b',
    '--app-chosen': '#17343a',
    '--app-chosen-text': '#a4dbe4',
  },
});
