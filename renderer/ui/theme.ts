import { theme, type ThemeConfig } from 'antd'

/** The colours of the paper: one set by day, one by night. Everything that is drawn takes them from here. */
export interface Palette {
  ground: string
  surface: string
  raised: string
  ink: string
  soft: string
  line: string
  hairline: string
  accent: string
  accentHover: string
  accentWeak: string
  onAccent: string
  bad: string
  badWeak: string
  warn: string
  warnWeak: string
  good: string
  goodWeak: string
  plainWeak: string
  chartExpected: string
  chartPaid: string
  chartOutstanding: string
  chartNotDue: string
  chartDeducted: string
  chartWithheld: string
}

export type ThemeMode = 'light' | 'dark'

/** Text colours pass WCAG AA on ground, surface, raised and on their own weak tint. */
export const palettes: Record<ThemeMode, Palette> = {
  light: {
    ground: '#f6f4ee',
    surface: '#ffffff',
    raised: '#fbfaf6',
    ink: '#1d2320',
    soft: '#5f655f',
    line: '#e4dfd3',
    hairline: '#efece4',
    accent: '#0b5d4b',
    accentHover: '#0f7560',
    accentWeak: '#e2efe9',
    onAccent: '#ffffff',
    bad: '#b3261e',
    badWeak: '#fbeae7',
    warn: '#7d5200',
    warnWeak: '#fdf1d8',
    good: '#1c6938',
    goodWeak: '#e3f2e6',
    plainWeak: '#efece4',
    chartExpected: '#9bc3b5',
    chartPaid: '#0b5d4b',
    chartOutstanding: '#b3261e',
    chartNotDue: '#e9c9c0',
    chartDeducted: '#b08d4c',
    chartWithheld: '#8a8f98',
  },
  dark: {
    ground: '#151917',
    surface: '#1d2220',
    raised: '#191e1b',
    ink: '#e9ece7',
    soft: '#a9b0a9',
    line: '#363d39',
    hairline: '#2b312e',
    accent: '#6fcbae',
    accentHover: '#8bdac1',
    accentWeak: '#20392f',
    onAccent: '#07231a',
    bad: '#ff9d91',
    badWeak: '#43231f',
    warn: '#efc56f',
    warnWeak: '#3b2f17',
    good: '#8ad6a0',
    goodWeak: '#1f3a28',
    plainWeak: '#2b312e',
    chartExpected: '#3f7363',
    chartPaid: '#6fcbae',
    chartOutstanding: '#ff8f82',
    chartNotDue: '#6b4640',
    chartDeducted: '#d0ad68',
    chartWithheld: '#8f969e',
  },
}

/** System fonts first (sharper, already there); our own Noto Sans SC for machines without a Chinese font. */
export const fontFamily =
  '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "BoAn Sans", "BoAn Sans Rare", sans-serif'

/** Ant Design's tokens, set once for every screen. */
export function antTheme(mode: ThemeMode): ThemeConfig {
  const colour = palettes[mode]
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 15,
      fontSizeSM: 13,
      fontSizeLG: 16,
      borderRadius: 8,
      borderRadiusSM: 6,
      controlHeight: 36,
      controlHeightSM: 30,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      fontWeightStrong: 600,
      colorPrimary: colour.accent,
      colorPrimaryHover: colour.accentHover,
      colorPrimaryActive: colour.accent,
      colorPrimaryBg: colour.accentWeak,
      colorPrimaryBgHover: colour.accentWeak,
      colorPrimaryText: colour.accent,
      colorPrimaryTextHover: colour.accentHover,
      colorLink: colour.accent,
      colorLinkHover: colour.accentHover,
      colorInfo: colour.accent,
      colorError: colour.bad,
      colorErrorHover: colour.bad,
      colorErrorText: colour.bad,
      colorErrorBg: colour.badWeak,
      colorWarning: colour.warn,
      colorWarningText: colour.warn,
      colorWarningBg: colour.warnWeak,
      colorSuccess: colour.good,
      colorSuccessBg: colour.goodWeak,
      colorText: colour.ink,
      colorTextHeading: colour.ink,
      colorTextSecondary: colour.soft,
      colorTextTertiary: colour.soft,
      colorTextDescription: colour.soft,
      colorTextPlaceholder: colour.soft,
      colorTextLightSolid: colour.onAccent,
      colorIcon: colour.soft,
      colorBgBase: colour.surface,
      colorBgLayout: colour.ground,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
      colorBorder: colour.line,
      colorBorderSecondary: colour.hairline,
      colorSplit: colour.hairline,
      boxShadow: '0 8px 28px rgb(0 0 0 / 12%)',
      boxShadowSecondary: '0 8px 28px rgb(0 0 0 / 12%)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Table: {
        headerBg: colour.surface,
        headerColor: colour.soft,
        headerSplitColor: 'transparent',
        rowHoverBg: colour.raised,
        rowSelectedBg: colour.accentWeak,
        rowSelectedHoverBg: colour.accentWeak,
        cellPaddingBlockMD: 9,
        cellPaddingInlineMD: 10,
      },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#3a423e' : '#1d2320', colorTextLightSolid: '#ffffff' },
      Modal: { titleFontSize: 18 },
      Segmented: { trackBg: colour.plainWeak, itemSelectedBg: colour.surface, itemColor: colour.soft },
      Switch: { handleBg: mode === 'dark' ? '#f4f6f3' : '#ffffff' },
      Tabs: { titleFontSize: 15, horizontalItemGutter: 24 },
      Form: { labelColor: colour.ink, verticalLabelPadding: '0 0 4px' },
    },
  }
}

/** Hands the palette to the style sheets as `--accent`, `--bad-weak` and so on. */
export function applyPalette(mode: ThemeMode): void {
  const root = document.documentElement
  root.dataset['theme'] = mode
  root.style.colorScheme = mode
  for (const [name, value] of Object.entries(palettes[mode])) {
    root.style.setProperty(`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value)
  }
}
