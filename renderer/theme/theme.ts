import {
  ActionIcon,
  Button,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  rem,
  Table,
  Tooltip,
} from '@mantine/core';

/** The one accent: an ink blue. Shades 6 and 7 carry white text at 5.6:1 and more. */
const ink: MantineColorsTuple = [
  '#eef1fe',
  '#dce2fb',
  '#b8c4f5',
  '#93a5f0',
  '#7289ea',
  '#5a73e2',
  '#4059cf',
  '#3549b4',
  '#2c3d94',
  '#232f70',
];

/** Neutral greys with a trace of blue; text shades keep 4.5:1 on their backgrounds. */
const gray: MantineColorsTuple = [
  '#f8f8fa',
  '#f1f2f5',
  '#e6e7ec',
  '#d9dbe2',
  '#bcbfca',
  '#9296a4',
  '#666a78',
  '#4b4f5c',
  '#32353f',
  '#1d1f26',
];

const dark: MantineColorsTuple = [
  '#e4e5ea',
  '#b9bcc7',
  '#9598a6',
  '#6c707e',
  '#42454f',
  '#34363f',
  '#282a32',
  '#191a1f',
  '#131418',
  '#0d0e11',
];

/** Colours of meaning, calmed down; shade 6 carries white text. */
const red: MantineColorsTuple = [
  '#fdefee',
  '#fadedc',
  '#f3b9b6',
  '#ec918c',
  '#e46c66',
  '#d54742',
  '#b3231f',
  '#981f1b',
  '#7b1a17',
  '#5c1411',
];

const green: MantineColorsTuple = [
  '#eaf6ef',
  '#d5eddf',
  '#abdabf',
  '#7dc59b',
  '#4fae78',
  '#2b8d57',
  '#17693c',
  '#145a34',
  '#10482a',
  '#0b341e',
];

const yellow: MantineColorsTuple = [
  '#fdf5e6',
  '#fae9c9',
  '#f4d397',
  '#edb95c',
  '#dc9c2f',
  '#b67617',
  '#8a5200',
  '#754600',
  '#5e3800',
  '#452a00',
];

export const FONT_STACK = "'Inter Variable', 'Noto Sans SC', system-ui, sans-serif";

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 6 },
  colors: { ink, gray, dark, red, green, yellow },
  fontFamily: FONT_STACK,
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', 'Cascadia Mono', Consolas, 'Noto Sans SC', monospace",
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(18) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(18), lineHeight: '1.35' },
      h2: { fontSize: rem(15), lineHeight: '1.4' },
      h3: { fontSize: rem(13), lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: rem(3), sm: rem(5), md: rem(7), lg: rem(10), xl: rem(14) },
  spacing: { xs: rem(6), sm: rem(10), md: rem(14), lg: rem(20), xl: rem(28) },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    Input: Input.extend({ defaultProps: { size: 'xs' }, vars: () => ({ wrapper: { '--input-fz': rem(13) } }) }),
    InputWrapper: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, openOnFocus: false } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs', openOnFocus: false } },
    NumberInput: { defaultProps: { size: 'xs', hideControls: true } },
    DateInput: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { keepMounted: false } },
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { size: 'sm' } },
    Notification: { defaultProps: { withBorder: true, radius: 'md' } },
    Loader: { defaultProps: { size: 'sm' } },
    Table: Table.extend({ defaultProps: { fz: 'sm', verticalSpacing: rem(5), horizontalSpacing: 'sm' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: false, fz: 'xs', multiline: true, maw: 360 },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: { duration: 80 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.2 }, transitionProps: { duration: 100 } },
    }),
    DrawerRoot: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});
