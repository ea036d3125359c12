import { useTranslation } from 'react-i18next'
import type { ContractRow } from '../../../shared/contracts/life-shapes.ts'
import type { ContractStanding } from '../../../shared/contracts/life.ts'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Record<ContractStanding, Tone> = {
  voided: 'plain',
  draft: 'plain',
  issuing: 'warn',
  issued: 'warn',
  declined: 'bad',
  accepted: 'warn',
  signed: 'good',
  kept: 'plain',
  waiting: 'plain',
  'in-force': 'good',
  amended: 'plain',
  expired: 'plain',
  ended: 'plain',
}

/** What a contract is today; one that I accepted is called that from my side. */
export function Standing({ standing, origin }: Pick<ContractRow, 'standing'> & { origin?: ContractRow['origin'] }) {
  const { t } = useTranslation('register')
  const isMine = origin === 'received' && standing === 'accepted'
  return <Status tone={tones[standing]}>{t(isMine ? 'standing-received.accepted' : `standing.${standing}`)}</Status>
}
