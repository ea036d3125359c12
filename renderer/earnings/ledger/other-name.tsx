import { useTranslation } from 'react-i18next'
import type { LedgerAgreement } from '../../../shared/earnings/ledger-shapes.ts'
import { usePayerWords } from '../../ui/term.tsx'

/**
 * Who stands on the other side, below an agreement's title, not again where it is called after them; and which way the
 * money goes, where the words around speak from the other side.
 */
export function OtherName({ agreement }: { agreement: LedgerAgreement }) {
  const { t } = useTranslation('ledger')
  const wordSide = usePayerWords() ? 'payer' : 'payee'
  const { self, title } = agreement
  const { name } = self === 'payer' ? agreement.payee : agreement.payer
  const parts = [
    ...(name === title ? [] : [name]),
    ...(self === 'none' || self === wordSide ? [] : [t(`sides.way.${self}`)]),
  ]
  return parts.length === 0 ? null : <div className="soft">{parts.join(' · ')}</div>
}
