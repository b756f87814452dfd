import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

type Ten = MantineColorsTuple
const accent: Ten = [
  '#eef4fc',
  '#d9e6f7',
  '#b7d0f0',
  '#93b9e9',
  '#79a8e4',
  '#4a85d2',
  '#2f6bbb',
  '#1f559f',
  '#17437f',
  '#0f3160',
]
// Neutrals with a trace of blue.
const gray: Ten = [
  '#f7f9fc',
  '#eff3f8',
  '#e2e8f0',
  '#d0d9e5',
  '#b4c0d0',
  '#8290a5',
  '#66758a',
  '#4b5a70',
  '#344156',
  '#1f2a3c',
]
const dark: Ten = [
  '#dbe2ec',
  '#c0cad8',
  '#a3b0c2',
  '#7c8ba1',
  '#445268',
  '#303c4f',
  '#232e3e',
  '#17202e',
  '#111925',
  '#0b111a',
]
// The four meanings. Shade 8 writes on shade 0 in light, shade 3 on the dark body; both above 4.5 : 1.
const proven: Ten = [
  '#e5f5ec',
  '#c9ead8',
  '#9fd9ba',
  '#7fd0a5',
  '#4fb885',
  '#339f6b',
  '#237f54',
  '#1b6a45',
  '#145636',
  '#0d3d26',
]
const waiting: Ten = [
  '#fdf2da',
  '#fae4b5',
  '#f3cd7f',
  '#eebf60',
  '#dda235',
  '#b77f1b',
  '#946412',
  '#7c530c',
  '#684407',
  '#4a3003',
]
const blocked: Ten = [
  '#fdebe9',
  '#fad3cf',
  '#f7b0a9',
  '#fb9d95',
  '#e8685f',
  '#d0433d',
  '#b5302d',
  '#9c2522',
  '#841c1a',
  '#5f1110',
]
const over: Ten = [
  '#f4ecfb',
  '#e6d5f6',
  '#d4b5ef',
  '#cfa7f0',
  '#b27be0',
  '#9457cb',
  '#7b3fb3',
  '#69329c',
  '#572783',
  '#3e195f',
]

const control = { defaultProps: { size: 'sm' } }
// The head of a dialog is not the banner of the page.
const dialogHead = { header: { role: 'presentation' } }

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#1b2536',
  colors: { accent, gray, dark, proven, waiting, blocked, over, red: blocked, green: proven, yellow: waiting },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.34', sm: '1.43', md: '1.43', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '17px', lineHeight: '24px' },
      h3: { fontSize: '15px', lineHeight: '20px' },
      h4: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: control,
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 120 }, attributes: dialogHead },
      styles: { title: { fontWeight: 620, lineHeight: 1.4 } },
    },
    Drawer: { defaultProps: { attributes: dialogHead } },
    // A menu holds its items and nothing else; the first one takes the focus.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 80 },
        shadow: 'md',
        withInitialFocusPlaceholder: false,
        withinPortal: false,
      },
    },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550 } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } },
  },
})

/** Text and borders of both themes with enough contrast; Mantine's own are too faint for us. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-blocked-7)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-5)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-blocked-3)',
    '--mantine-color-default-border': 'var(--mantine-color-dark-3)',
    '--mantine-color-proven-light': '#15352a',
    '--mantine-color-proven-light-hover': '#1a4234',
    '--mantine-color-proven-light-color': 'var(--mantine-color-proven-2)',
    '--mantine-color-waiting-light': '#392c12',
    '--mantine-color-waiting-light-hover': '#463617',
    '--mantine-color-waiting-light-color': 'var(--mantine-color-waiting-2)',
    '--mantine-color-blocked-light': '#432326',
    '--mantine-color-blocked-light-hover': '#512a2e',
    '--mantine-color-blocked-light-color': 'var(--mantine-color-blocked-1)',
    '--mantine-color-over-light': '#34244a',
    '--mantine-color-over-light-hover': '#3f2c59',
    '--mantine-color-over-light-color': 'var(--mantine-color-over-1)',
    '--mantine-color-gray-light': 'var(--mantine-color-dark-5)',
    '--mantine-color-gray-light-hover': 'var(--mantine-color-dark-4)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-dark-0)',
    '--mantine-color-accent-light': '#213a5e',
    '--mantine-color-accent-light-hover': '#284570',
    '--mantine-color-accent-light-color': 'var(--mantine-color-accent-1)',
  },
})
