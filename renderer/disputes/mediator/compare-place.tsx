import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { Output } from '../../../shared/contract.ts'
import { goTo, hrefTo, useRoute } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { useCycleName } from '../case/use-words.ts'
import { ComparedLines } from './compared-lines.tsx'

type Compared = Output<'disputes.compareFiles'>

/** 双方对照: this file beside another one about the same dispute, and the answers that came to it. */
export function ComparePlace({ id, file }: { id: string; file: ShownCase }) {
  const { t } = useTranslation('mediation')
  const { params } = useRoute()
  const { data, error, reload } = useQuery('bundles.list', {})
  const { caseId, caseNumber } = file
  const received = useQuery('disputes.answersTo', { caseId, caseNumber })
  const other = params.get('with') ?? undefined
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading rows={6} />
  const cases = data.bundles.filter((bundle) => bundle.kind === 'case' && bundle.id !== id)
  return (
    <>
      <section className="card stack">
        <h2>{t('sides:compare.title')}</h2>
        <p className="soft">{t('sides:compare.about')}</p>
        {received.error === undefined ? null : <ErrorNote error={received.error} onRetry={received.reload} />}
        {received.data?.answers.map(({ bundleId, respondent, exportedAt }) => (
          <a key={bundleId} href={hrefTo(`received/${bundleId}`)}>
            {t('sides:compare.openAnswer', { sender: respondent, date: shanghaiClock(exportedAt) })}
          </a>
        ))}
        {cases.length === 0 ? (
          <p className="note note-plain">{t('sides:compare.noOther')}</p>
        ) : (
          <Select
            className="response-agreement"
            aria-label={t('sides:compare.choose')}
            placeholder={t('sides:compare.choose')}
            value={other ?? null}
            onChange={(value) => goTo(`received/${id}/compare`, { with: value ?? undefined }, { replace: true })}
            options={cases.map((bundle) => ({
              value: bundle.id,
              label: `${bundle.externalId} · ${bundle.title} · ${bundle.sender}`,
            }))}
          />
        )}
      </section>
      {other === undefined ? null : <TwoFiles key={other} leftId={id} rightId={other} />}
    </>
  )
}

type LineState = 'all' | 'left' | 'right' | 'differs'
const lineStates = ['all', 'differs', 'left', 'right'] as const

function TwoFiles({ leftId, rightId }: { leftId: string; rightId: string }) {
  const { t } = useTranslation('mediation')
  const [state, setState] = useState<LineState>('all')
  const [offset, setOffset] = useState(0)
  const { data, error, reload, loading } = useQuery('disputes.compareFiles', {
    leftId,
    rightId,
    offset,
    ...(state === 'all' ? {} : { state }),
  })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading rows={8} />
  const counts: Record<LineState, number> = {
    all: data.differing + data.onlyLeft + data.onlyRight,
    differs: data.differing,
    left: data.onlyLeft,
    right: data.onlyRight,
  }
  return (
    <>
      <FiguresCard data={data} />
      <section className="card stack">
        <div className="row">
          <h2>{t('sides:compare.lines')}</h2>
          <span className="end">
            <Status tone="good">{t('sides:compare.same', { lines: data.same })}</Status>
          </span>
        </div>
        <Segmented<LineState>
          value={state}
          onChange={(next) => {
            setState(next)
            setOffset(0)
          }}
          options={lineStates.map((value) => ({
            value,
            label: t(`sides:compare.lineStates.${value}`, { lines: counts[value] }),
          }))}
        />
        {data.total === 0 ? <p className="soft">{t('sides:compare.noLines')}</p> : <ComparedLines lines={data.lines} />}
        {data.total <= data.lines.length ? null : (
          <div className="row">
            <Button disabled={offset === 0 || loading} onClick={() => setOffset(Math.max(0, offset - 200))}>
              {t('mediator:lines.previous')}
            </Button>
            <span className="soft">
              {t('mediator:lines.total', {
                total: data.total,
                from: offset + 1,
                to: Math.min(data.total, offset + data.lines.length),
              })}
            </span>
            <Button
              disabled={offset + data.lines.length >= data.total || loading}
              onClick={() => setOffset(offset + 200)}
            >
              {t('mediator:lines.next')}
            </Button>
          </div>
        )}
      </section>
    </>
  )
}

function FiguresCard({ data }: { data: Compared }) {
  const { t } = useTranslation('mediation')
  const cycleName = useCycleName()
  const side = (one: Compared['left']): string =>
    t('sides:compare.side', {
      applicants: one.applicants.join(t('documents:words.listComma')),
      number: one.caseNumber,
      date: shanghaiClock(one.exportedAt),
    })
  return (
    <section className="card">
      <h2>{t('sides:compare.figures')}</h2>
      <div className="received-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('readMe.cycle')}</th>
              <th scope="col">{t('sides:compare.figure')}</th>
              <th scope="col" className="number">
                {side(data.left)}
              </th>
              <th scope="col" className="number">
                {side(data.right)}
              </th>
              <th scope="col" className="number">
                {t('sides:compare.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.figures.map(({ cycle, from, part, leftFen, rightFen }) => {
              const difference = leftFen === null || rightFen === null ? null : leftFen - rightFen
              return (
                <tr key={`${from} ${cycle} ${part}`} className={part === 'outstandingFen' ? 'sides-sum' : undefined}>
                  <td>{part === 'expectedFen' ? cycleName(cycle, from) : ''}</td>
                  <td>{t(`parts.${part}`)}</td>
                  <td className="number">{leftFen === null ? '—' : <Money fen={leftFen} />}</td>
                  <td className="number">{rightFen === null ? '—' : <Money fen={rightFen} />}</td>
                  <td className="number">
                    {difference === null ? (
                      <Status tone="plain">{t('sides:compare.states.unsaid')}</Status>
                    ) : difference === 0 ? (
                      <Status tone="good">{t('sides:compare.states.agreed')}</Status>
                    ) : (
                      <Money fen={difference} tone="bad" />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
