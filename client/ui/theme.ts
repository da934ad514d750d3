import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const lapis: MantineColorsTuple = [
  '#eef2fa',
  '#dbe4f5',
  '#b5c8ec',
  '#8fb0f0',
  '#6488cc',
  '#4069b3',
  '#27509b',
  '#20447f',
  '#1a3765',
  '#132a4d',
];

const paper: MantineColorsTuple = [
  '#fbfaf7',
  '#f4f1ea',
  '#eeeae1',
  '#e8e3d9',
  '#d8d2c6',
  '#736d63',
  '#6d6860',
  '#57524b',
  '#3a3732',
  '#1d1b18',
];

const night: MantineColorsTuple = [
  '#eae6de',
  '#c4bfb5',
  '#9b958a',
  '#948e83',
  '#312e2a',
  '#282522',
  '#1f1d1b',
  '#171614',
  '#121110',
  '#0d0c0b',
];

/** What stands on a filled part: in the dark, lapis is bright. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--on-lapis)' } : colors;
};

/** Where menus, dialogs, hints and notices are drawn; see `layer.tsx`. */
export const LAYER = 'layer';

/** Mantine in the colours and sizes of `theme.css`. */
export const theme = createTheme({
  colors: { lapis, gray: paper, dark: night },
  primaryColor: 'lapis',
  primaryShade: { light: 6, dark: 3 },
  variantColorResolver: variantColors,
  white: '#fff',
  black: '#1d1b18',
  fontFamily: 'inherit',
  headings: { fontFamily: 'inherit' },
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '9px', xl: '12px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    Button: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, radius: 'lg', withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' }, radius: 'lg' } },
    Notification: { defaultProps: { withBorder: true } },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, radius: 'lg' } },
    Portal: { defaultProps: { target: `#${LAYER}` } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
  },
});

const variables = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-error': 'var(--pomegranate)',
  '--mantine-color-success': 'var(--teal)',
  '--mantine-color-placeholder': 'var(--ghost)',
  '--mantine-color-anchor': 'var(--lapis)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-default': 'var(--raise)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'var(--wash)',
  '--mantine-primary-color-contrast': 'var(--on-lapis)',
  '--mantine-color-lapis-filled': 'var(--lapis)',
  '--mantine-color-lapis-filled-hover': 'color-mix(in srgb, var(--lapis) 88%, var(--ink))',
  '--mantine-color-lapis-light': 'var(--wash)',
  '--mantine-color-lapis-light-hover': 'var(--wash)',
  '--mantine-color-lapis-light-color': 'var(--lapis)',
  '--mantine-color-lapis-outline': 'var(--lapis)',
  '--mantine-color-lapis-outline-hover': 'var(--wash)',
  '--mantine-color-gray-light-hover': 'var(--wash)',
  '--mantine-color-gray-light-color': 'var(--soft)',
  '--mantine-color-red-light-hover': 'var(--wash)',
  '--mantine-color-red-light-color': 'var(--pomegranate)',
};

/** Points Mantine's variables at ours, which know light and dark by themselves. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
