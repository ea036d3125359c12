import type { LedgerAgreement } from '../../../shared/earnings/ledger-shapes.ts'

/** Who stands on the other side, below an agreement's title; nothing where the agreement is called after them. */
export function OtherName({ agreement }: { agreement: LedgerAgreement }) {
  const { name } = agreement.self === 'payer' ? agreement.payee : agreement.payer
  return name === agreement.title ? null : <div className="soft">{name}</div>
}
