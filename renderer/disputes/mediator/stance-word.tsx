import { useTranslation } from 'react-i18next'
import type { AnsweredClaim } from '../../../shared/disputes/mediation/response-file.ts'
import { Status } from '../../ui/status.tsx'

/** What the other side says about a claim. */
export function StanceWord({ stance }: { stance: AnsweredClaim['stance'] }) {
  const { t } = useTranslation('mediation')
  const tone = stance === null ? 'plain' : stance === 'agree' ? 'good' : 'bad'
  return <Status tone={tone}>{t(`stances.${stance ?? 'unsaid'}`)}</Status>
}
