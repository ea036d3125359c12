import type { Menu, MenuItemConstructorOptions } from 'electron'
import { createI18n, type Language } from '../../shared/i18n/index.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>

const parts: Record<string, (Role | 'separator')[]> = {
  edit: ['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'selectAll'],
  view: ['reload', 'separator', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'],
  window: ['minimize', 'close', 'quit'],
}

/** The window's menu: only what the system's own commands do, in the person's language. */
export function createMenu(menu: typeof Menu, language: Language): Menu {
  const { t } = createI18n(language)
  const template = Object.entries(parts).map(([part, roles]) => ({
    label: t(`host:menu.${part}`),
    submenu: roles.map((role) =>
      role === 'separator' ? { type: 'separator' as const } : { role, label: t(`host:menu.${role}`) },
    ),
  }))
  return menu.buildFromTemplate(template)
}
