import { AssessmentsCard } from './assessments-card.tsx'
import { CertificatesCard } from './certificates-card.tsx'

/** 证书与考评: what one holds and until when, and how one was marked. */
export function CertificatesPlace({ partyId }: { partyId: string }) {
  return (
    <div className="stack">
      <CertificatesCard partyId={partyId} />
      <AssessmentsCard partyId={partyId} />
    </div>
  )
}
