import type { DateKind } from '../../shared/app/dates.ts'
import type { IconName } from '../ui/icons.tsx'

/** The sign beside a date, so that its kind is seen without colour. */
export const dateIcons: Record<DateKind, IconName> = {
  'claim-limit': 'clock',
  'owed-limit': 'clock',
  'platform-records': 'folder',
  'pay-due': 'ledger',
  'pay-owed': 'ledger',
  instalment: 'ledger',
  'mediation-term': 'scales',
  'judicial-confirmation': 'scales',
  'arbitration-term': 'scales',
  'to-court': 'scales',
  'agreement-end': 'contract',
  'contract-end': 'contract',
  'contract-renewal': 'contract',
  'contract-payment': 'contract',
  'certificate-expiry': 'file',
  yearly: 'file',
  'operator-yearly': 'file',
}
