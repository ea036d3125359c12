import { useTranslation } from 'react-i18next'
import type { AgreementDetail } from '../../shared/contracts/calls.ts'
import { startingTerms } from '../../shared/contracts/patterns.ts'
import { termsOfPractice } from '../../shared/contracts/practice.ts'
import { today } from '../ui/due-date.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useQuery } from '../ui/use-query.ts'
import { currentVersion } from './agreement-page.tsx'
import { practiceSentence } from './practice-card.tsx'
import { VersionForm } from './version-form.tsx'

/** The form of an agreement's terms, filled with the `index`-th practice that past payments fit; the person changes and saves it. */
export function TermsFromPractice({ agreement, index }: { agreement: AgreementDetail; index: number }) {
  const { t } = useTranslation('contracts')
  const { data, error } = useQuery('contracts.practice', { agreementId: agreement.id })
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined) return <Loading />
  const base = currentVersion(agreement.versions, today())
  const practice = data.practices[index]
  if (practice === undefined) return <VersionForm agreement={agreement} base={base} corrects={false} />
  const label = t('terms.commissionLabel')
  const note = practiceSentence(t, practice)
  const terms = termsOfPractice(practice, base?.terms ?? startingTerms('commission-only', label), label, note)
  return <VersionForm agreement={agreement} base={base} corrects={false} proposed={{ terms, note }} />
}
