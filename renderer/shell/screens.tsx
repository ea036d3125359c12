import { lazy, type ComponentType } from 'react'
import type { Role } from '../../shared/app/calls.ts'
import type { IconName } from '../ui/icons.tsx'

interface Screen {
  /** First part of the address and name in the catalogue (`nav.<path>`). */
  path: string
  icon: IconName
  View: ComponentType
}

/** The places of the app in the order of the navigation; each is a chunk of its own. What is not built is not here. */
export const screens: Screen[] = [
  {
    path: 'home',
    icon: 'home',
    View: lazy(() => import('../home/home-screen.tsx').then((module) => ({ default: module.HomeScreen }))),
  },
  {
    path: 'ledger',
    icon: 'ledger',
    View: lazy(() =>
      import('../earnings/ledger/ledger-screen.tsx').then((module) => ({ default: module.LedgerScreen })),
    ),
  },
  {
    path: 'import',
    icon: 'import',
    View: lazy(() =>
      import('../earnings/import/import-screen.tsx').then((module) => ({ default: module.ImportScreen })),
    ),
  },
  {
    path: 'contracts',
    icon: 'contract',
    View: lazy(() =>
      import('../contracts/contracts-screen.tsx').then((module) => ({ default: module.ContractsScreen })),
    ),
  },
  {
    path: 'cases',
    icon: 'shield',
    View: lazy(() => import('../disputes/case/cases-screen.tsx').then((module) => ({ default: module.CasesScreen }))),
  },
  {
    path: 'training',
    icon: 'book',
    View: lazy(() => import('../training/training-screen.tsx').then((module) => ({ default: module.TrainingScreen }))),
  },
  {
    path: 'received',
    icon: 'inbox',
    View: lazy(() => import('../bundles/received-screen.tsx').then((module) => ({ default: module.ReceivedScreen }))),
  },
  {
    path: 'dates',
    icon: 'calendar',
    View: lazy(() => import('../dates/dates-screen.tsx').then((module) => ({ default: module.DatesScreen }))),
  },
  {
    path: 'settings',
    icon: 'settings',
    View: lazy(() => import('../settings/settings-screen.tsx').then((module) => ({ default: module.SettingsScreen }))),
  },
]

/** Places that a role comes for, right after the home page; the others follow in their own order. */
const first: Partial<Record<Role, readonly string[]>> = {
  agency: ['contracts', 'ledger', 'training'],
  mediator: ['received', 'dates'],
}

/** The places in the order of the person's first role. */
export function screensFor(role: Role | undefined): Screen[] {
  const preferred = ['home', ...((role === undefined ? undefined : first[role]) ?? [])]
  const rank = ({ path }: Screen): number => {
    const at = preferred.indexOf(path)
    return at < 0 ? preferred.length : at
  }
  return screens.toSorted((a, b) => rank(a) - rank(b))
}
