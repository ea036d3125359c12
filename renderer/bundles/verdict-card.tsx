import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortFingerprint } from '../../shared/bundles/bag.ts'
import type { OpenedBundle } from '../../shared/bundles/calls.ts'
import { Icon } from '../ui/icons.tsx'

/** One sentence first: whole, signed and recomputed, or what is wrong and where (spec/screens.md 'Mediator'). */
export function VerdictCard({ opened, onChecks }: { opened: OpenedBundle; onChecks: () => void }) {
  const { t } = useTranslation('bundles')
  const { verification } = opened
  const [first] = verification.answers
  const sentence = first === undefined || verification.ok ? '' : t(`answers.${first.code}`, first.params)
  const whole = t(verification.kind === 'case' ? 'verdict.whole' : 'verdict.whole-other')
  const files =
    first?.files.slice(0, 3).map(({ path, fault }) => t('verdict.file', { path, fault: t(`faults.${fault}`) })) ?? []
  const named = files.length === 0 ? '' : t('verdict.files-named', { files: files.join(t('verdict.list-comma')) })
  return (
    <section className={verification.ok ? 'card verdict verdict-good' : 'card verdict verdict-bad'}>
      <Icon name={verification.ok ? 'check' : 'warn'} size={34} />
      <div>
        <h1>{verification.ok ? whole : t('verdict.damaged', { sentence })}</h1>
        {verification.ok ? null : <p>{t('received:verdict.damagedKept', { files: named })}</p>}
        <SignedBy opened={opened} />
      </div>
      <Button onClick={onChecks}>{t('received:verdict.checks')}</Button>
    </section>
  )
}

function SignedBy({ opened: { verification } }: { opened: OpenedBundle }) {
  const { t } = useTranslation('bundles')
  const isYes = (check: string): boolean => verification.answers.some((one) => one.check === check && one.ok)
  const { fingerprint, sender, payloadFiles } = verification
  return (
    <p className="soft verdict-facts">
      {isYes('payload') ? <span>{t('verdict.files', { files: payloadFiles })}</span> : null}
      {isYes('signature') ? <span>{t('verdict.signed-by', { sender })}</span> : null}
      {fingerprint === null || !isYes('signature') ? null : (
        <span className="verdict-fingerprint">
          {t('verdict.fingerprint', { fingerprint: shortFingerprint(fingerprint) })}
        </span>
      )}
      <span>{t('verdict.limits')}</span>
    </p>
  )
}
