import type { CycleDetail } from '../../../shared/earnings/ledger-shapes.ts'
import type { PayTerms } from '../../../shared/earnings/terms.ts'
import { useQuery } from '../../ui/use-query.ts'

/** The terms that govern a cycle; undefined while they load or where there are none. */
export function useGoverningTerms(detail: CycleDetail): PayTerms | undefined {
  const { data } = useQuery('contracts.getAgreement', { id: detail.row.agreementId })
  return data?.versions.find((version) => version.id === detail.version?.id)?.terms
}
