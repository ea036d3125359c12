import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { Audience } from '../../../shared/disputes/case-file.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { formatBytes } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'

type Preview = Output<'disputes.exportPreview'>
type PreviewExhibit = Preview['exhibits'][number]

/** Everything that would leave, before it leaves: identifiers whole, masked or not there; exhibits as they are, covered or staying. */
export function WhoSeesWhat({ view, audience }: { view: CaseView; audience: Audience }) {
  const { t } = useTranslation('disputes')
  const preview = useQuery('disputes.exportPreview', { caseId: view.id, audience })
  if (preview.error !== undefined) return <ErrorNote error={preview.error} onRetry={preview.reload} />
  if (preview.data === undefined) return <Loading />
  const { parties, exhibits, documents, sizeBytes } = preview.data
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('submit.sees', { audience: t(`audiences.${audience}.name`) })}</h2>
        <span className="soft end">{t('submit.size', { size: formatBytes(sizeBytes) })}</span>
      </div>
      <div>
        <h3>{t('submit.papers')}</h3>
        <p>{documents.map((kind) => t(`documents:kinds.${kind}`)).join(t('documents:words.listComma'))}</p>
      </div>
      <div className="case-scroll">
        <h3>{t('submit.identifiers')}</h3>
        {parties.every((party) => party.fields.length === 0) ? (
          <p className="soft">{t('submit.noIdentifiers')}</p>
        ) : null}
        <table className="plain-table">
          <tbody>
            {parties.map((party) => (
              <PartyRows key={party.id} party={party} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="case-scroll">
        <h3>{t('submit.exhibits')}</h3>
        {exhibits.length === 0 ? <p className="soft">{t('evidence-place.none')}</p> : null}
        <table className="plain-table">
          <tbody>
            {exhibits.map((exhibit) => (
              <ExhibitRow key={exhibit.evidenceId} view={view} exhibit={exhibit} audience={audience} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const tones: Record<Preview['parties'][number]['fields'][number]['treatment'], Tone> = {
  whole: 'warn',
  masked: 'good',
  'left-out': 'plain',
}

function PartyRows({ party }: { party: Preview['parties'][number] }) {
  const { t } = useTranslation('disputes')
  return party.fields.map(({ field, treatment, shown }, index) => (
    <tr key={field}>
      {index === 0 ? (
        <th scope="rowgroup" className="sees-party" rowSpan={party.fields.length}>
          {party.name}
          <div className="soft">{t(`sides.${party.side}`)}</div>
        </th>
      ) : null}
      <td>{t(`fields.${field}`)}</td>
      <td>{field === 'gender' && shown !== null ? t(`genders.${shown}`) : (shown ?? '—')}</td>
      <td>
        <Status tone={tones[treatment]} icon={treatment === 'whole' ? 'dot' : 'lock'}>
          {t(`treatments.${treatment}`)}
        </Status>
      </td>
    </tr>
  ))
}

function ExhibitRow({ view, exhibit, audience }: { view: CaseView; exhibit: PreviewExhibit; audience: Audience }) {
  const { t } = useTranslation('disputes')
  const choose = useCommand('disputes.chooseExhibit')
  return (
    <tr>
      <td>
        <span className="exhibit-tag">{t('exhibit', { number: exhibit.number })}</span> {exhibit.title}
        {exhibit.hasBuyersData ? <p className="soft">{t('submit.buyersData')}</p> : null}
        {exhibit.choice === 'redacted' ? <p className="soft">{exhibit.redaction}</p> : null}
        {choose.error === undefined ? null : <ErrorNote error={choose.error} />}
      </td>
      <td className="number soft">{exhibit.sizeBytes === 0 ? '' : formatBytes(exhibit.sizeBytes)}</td>
      <td className="exhibit-choice">
        <Select
          size="small"
          value={exhibit.choice}
          disabled={exhibit.possible.length === 1 || choose.busy}
          aria-label={t('submit.choiceOf', { number: exhibit.number })}
          onChange={(choice) => void choose.run({ caseId: view.id, evidenceId: exhibit.evidenceId, audience, choice })}
          options={exhibit.possible.map((value) => ({ value, label: t(`choices.${value}`) }))}
        />
      </td>
    </tr>
  )
}
