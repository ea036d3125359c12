import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementDetail, AgreementVersion } from '../../shared/contracts/calls.ts'
import { versionInForce } from '../../shared/contracts/versions.ts'
import { hrefTo } from '../shell/route.ts'
import { today } from '../ui/due-date.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { shanghaiClock } from '../ui/format.ts'
import { Status, type Tone } from '../ui/status.tsx'
import { useCommand } from '../ui/use-command.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { TermsView } from './terms-view.tsx'

type Standing = 'inForce' | 'later' | 'earlier' | 'replaced'

const tones: Record<Standing, Tone> = { inForce: 'good', later: 'warn', earlier: 'plain', replaced: 'plain' }

/** Every version of the terms, the latest first; what no longer counts stays to be seen. */
export function VersionHistory({ agreement }: { agreement: AgreementDetail }) {
  const { t } = useTranslation('contracts')
  const live = agreement.versions.filter((version) => version.voidedAt === null)
  return (
    <section className="card" aria-label={t('history.title')}>
      <h2>{t('history.title')}</h2>
      <ol className="history">
        {agreement.versions.toReversed().map((version) => (
          <HistoryEntry
            key={version.id}
            agreement={agreement}
            version={version}
            standing={standingOf(version, live, today())}
          />
        ))}
      </ol>
    </section>
  )
}

function standingOf(version: AgreementVersion, live: readonly AgreementVersion[], day: string): Standing {
  if (versionInForce(live, day) === version) return 'inForce'
  if (versionInForce(live, version.from) !== version) return 'replaced'
  return version.from > day ? 'later' : 'earlier'
}

interface HistoryEntryProps {
  agreement: AgreementDetail
  version: AgreementVersion
  standing: Standing
}

function HistoryEntry({ agreement, version, standing }: HistoryEntryProps) {
  const { t } = useTranslation('contracts')
  const [asking, setAsking] = useState(false)
  const take = useCommand('contracts.voidVersion')
  const restore = useCommand('contracts.restoreVersion')
  const isVoided = version.voidedAt !== null
  const span =
    version.to === null
      ? t('history.from', { date: version.from })
      : t('history.span', { from: version.from, to: version.to })
  return (
    <li>
      <details>
        <summary>
          <b>{t('history.version', { number: version.position })}</b>
          <span>{span}</span>
          {isVoided ? (
            <Status tone="plain">{t('history.voided', { reason: version.voidReason })}</Status>
          ) : (
            <Status tone={tones[standing]}>{t(`history.${standing}`)}</Status>
          )}
          <span className="soft end">{t('history.recorded', { moment: shanghaiClock(version.createdAt) })}</span>
        </summary>
        {version.note === '' ? null : <p>{version.note}</p>}
        <TermsView terms={version.terms} />
        {agreement.voidedAt === null ? (
          <div className="row">
            {isVoided ? (
              <Button size="small" loading={restore.busy} onClick={() => void restore.run({ versionId: version.id })}>
                {t('history.restore')}
              </Button>
            ) : (
              <>
                <Button size="small" href={hrefTo('contracts', { agreement: agreement.id, correct: version.id })}>
                  {t('page.correct')}
                </Button>
                <Button size="small" onClick={() => setAsking(true)}>
                  {t('history.void')}
                </Button>
              </>
            )}
          </div>
        ) : null}
      </details>
      {restore.error === undefined ? null : <ErrorNote error={restore.error} onClose={restore.clear} />}
      {asking ? (
        <ReasonDialog
          title={t('void.versionTitle')}
          action={t('history.void')}
          busy={take.busy}
          error={take.error}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => {
            void take.run({ versionId: version.id, reason }).then((saved) => saved !== undefined && setAsking(false))
          }}
        />
      ) : null}
    </li>
  )
}
