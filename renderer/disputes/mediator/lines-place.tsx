import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ShownLine } from '../../../shared/bundles/calls.ts'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import { goTo, useRoute } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { useCycleName } from '../case/use-words.ts'
import { mediatorHref } from './mediator-address.ts'

const pageRows = 200

/** The order lines behind one cycle, 200 at a time, each with its place in the imported file. */
export function LinesPlace({ id, file }: { id: string; file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const cycleName = useCycleName()
  const { params } = useRoute()
  const agreementId = params.get('agreement') ?? ''
  const cycle = params.get('cycle') ?? ''
  const offset = Math.max(0, Number(params.get('from') ?? '0') || 0)
  const { data, error, reload } = useQuery('bundles.lines', { id, agreementId, cycle, offset })
  const goToPage = (from: number): void =>
    goTo(`mediator/${id}/lines`, { agreement: agreementId, cycle, from: String(from) }, { replace: true })
  const from = file.claims.flatMap(({ cycles }) => cycles).find((part) => part.cycle === cycle)?.from ?? ''
  return (
    <section className="card">
      <div className="row">
        <BackLink href={mediatorHref(id)} text={t('lines.back')} />
        <h2>
          {t('lines.title')} · {cycleName(cycle, from)}
        </h2>
        {data === undefined || data.total === 0 ? null : (
          <Pager total={data.total} offset={offset} shown={data.lines.length} onGo={goToPage} />
        )}
      </div>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        error === undefined ? (
          <Loading rows={10} />
        ) : null
      ) : data.total === 0 ? (
        <p className="soft">{t('lines.none')}</p>
      ) : (
        <LinesTable lines={data.lines} file={file} />
      )}
    </section>
  )
}

interface PagerProps {
  total: number
  offset: number
  shown: number
  onGo: (offset: number) => void
}

function Pager({ total, offset, shown, onGo }: PagerProps) {
  const { t } = useTranslation('mediator')
  return (
    <div className="row end">
      <span className="soft">{t('lines.total', { total, from: offset + 1, to: offset + shown })}</span>
      <Button size="small" disabled={offset === 0} onClick={() => onGo(Math.max(0, offset - pageRows))}>
        {t('lines.previous')}
      </Button>
      <Button size="small" disabled={offset + shown >= total} onClick={() => onGo(offset + pageRows)}>
        {t('lines.next')}
      </Button>
    </div>
  )
}

function LinesTable({ lines, file }: { lines: ShownLine[]; file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const files = new Map(file.statements.map((statement) => [statement.id, statement.file]))
  return (
    <div className="received-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('lines.order')}</th>
            <th scope="col">{t('lines.status')}</th>
            <th scope="col">{t('lines.paid')}</th>
            <th scope="col">{t('lines.settled')}</th>
            <th scope="col" className="number">
              {t('lines.sale')}
            </th>
            <th scope="col" className="number">
              {t('lines.base')}
            </th>
            <th scope="col" className="number">
              {t('lines.commission')}
            </th>
            <th scope="col">{t('lines.place')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="received-date">{line.orderId}</td>
              <td className="received-date">{t(`earnings:lineStatuses.${line.status}`)}</td>
              <td className="received-date">{shanghaiClock(line.paidAt).slice(0, 10)}</td>
              <td className="received-date">
                {line.settledAt === null ? '—' : shanghaiClock(line.settledAt).slice(0, 10)}
              </td>
              <td className="number">{line.saleFen === null ? '—' : <Money fen={line.saleFen} />}</td>
              <td className="number">{line.settledBaseFen === null ? '—' : <Money fen={line.settledBaseFen} />}</td>
              <td className="number">{line.commissionFen === null ? '—' : <Money fen={line.commissionFen} />}</td>
              <td className="soft">
                <PlaceWords line={line} name={files.get(line.statementId)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PlaceWords({ line, name }: { line: ShownLine; name: string | undefined }) {
  const { t } = useTranslation('mediator')
  if (name === undefined || line.row === null) return t('lines.unknown')
  return t(line.sheet === '' ? 'lines.atNoSheet' : 'lines.at', { file: name, sheet: line.sheet, row: line.row })
}
