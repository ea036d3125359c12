import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { ContractFile } from '../../../shared/contracts/hand-over.ts'
import type { BuiltClause } from '../../../shared/contracts/templates/built.ts'
import { BundleFiles, type ReceivedViewProps } from '../../bundles/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { ContractDiff } from '../register/contract-diff.tsx'
import { ContractText } from '../register/contract-text.tsx'
import { TermsView } from '../terms-view.tsx'
import { WorkedMonth } from '../worked-month.tsx'
import { AnswerForm } from './answer-form.tsx'
import { ClauseRemark, type Remarks } from './clause-remark.tsx'
import '../contracts.css'
import './received.css'

/** A contract that was handed over: who, when, how pay comes about, every clause with what it means, and the answer. */
export function ReceivedContract({ opened }: ReceivedViewProps) {
  const { t } = useTranslation('handover')
  const { content, id } = opened
  const isWhole = opened.verification.ok
  // What is damaged is shown as far as it goes; nothing of it can be answered.
  const review = useQuery('contracts.review', isWhole ? { bundleId: id } : undefined)
  if (content?.kind !== 'contract') return null
  // What is to be noticed stands above the text: coming later it would push away what is being read.
  if (isWhole && review.data === undefined && review.error === undefined) return <Loading rows={12} />
  return (
    <div className="stack">
      {review.error === undefined ? null : <ErrorNote error={review.error} />}
      <ContractReading bundleId={id} file={content.data} review={review.data} />
      <BundleFiles id={id} lists={[{ title: t('view.files'), entries: opened.entries }]} />
    </div>
  )
}

interface ReadingProps {
  bundleId: string
  file: ContractFile
  /** Undefined while it cannot be answered. */
  review: Output<'contracts.review'> | undefined
}

function ContractReading({ bundleId, file, review }: ReadingProps) {
  const { t } = useTranslation('handover')
  const { content } = file
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const [remarks, setRemarks] = useState<Remarks>(new Map())
  const clauses = content.built.clauses
  const isOpen = review !== undefined && !review.isOwn && review.contentOk && review.answer?.decision !== 'accepted'
  const marked = new Map((review?.differingClauses ?? []).map((clause) => [clause, t('view.differingClause')]))
  const foot = (clause: BuiltClause): ReactNode =>
    isOpen ? (
      <div className="clause-foot">
        <Checkbox
          checked={read.has(clause.id)}
          onChange={(event) =>
            setRead((before) => {
              const next = new Set(before)
              if (event.target.checked) next.add(clause.id)
              else next.delete(clause.id)
              return next
            })
          }
        >
          {t('view.read')}
        </Checkbox>
        <ClauseRemark clauseId={clause.id} remarks={remarks} onChange={setRemarks} />
      </div>
    ) : null
  return (
    <>
      <Notices file={file} review={review} />
      <div className="received-columns">
        <div className="stack">
          <Facts file={file} />
          {content.terms === null ? null : (
            <section className="card" aria-label={t('view.terms')}>
              <h2>{t('view.terms')}</h2>
              <TermsView terms={content.terms} />
            </section>
          )}
        </div>
        {content.terms === null ? null : <WorkedMonth terms={content.terms} scope={content.scope} />}
      </div>
      {review === undefined || review.amendsId === null ? null : (
        <ContractDiff amendsId={review.amendsId} built={content.built} />
      )}
      <section className="card" aria-label={t('view.clauses')}>
        <div className="row">
          <h2>{t('view.clauses')}</h2>
          {isOpen ? (
            <span className="soft end">{t('view.progress', { read: read.size, all: clauses.length })}</span>
          ) : null}
        </div>
        <ContractText built={content.built} marked={marked} foot={foot} />
      </section>
      {review === undefined || review.isOwn ? null : (
        <AnswerForm
          bundleId={bundleId}
          file={file}
          review={review}
          unread={clauses.filter(({ id }) => !read.has(id)).length}
          remarks={remarks}
        />
      )}
    </>
  )
}

function Notices({ file, review }: Omit<ReadingProps, 'bundleId'>) {
  const { t } = useTranslation('handover')
  if (review === undefined) return null
  const { content } = file
  const differing = review.differingClauses?.length ?? 0
  return (
    <>
      {review.contentOk ? null : <p className="note">{t('view.contentBad')}</p>}
      {review.isOwn ? <p className="note note-plain">{t('view.own')}</p> : null}
      {review.differingClauses === null ? <p className="note">{t('view.unknownTemplate')}</p> : null}
      {differing === 0 ? null : <p className="note">{t('view.differing', { count: differing })}</p>}
      {content.amends === null ? null : <p className="note note-plain">{t('view.amends', { from: content.from })}</p>}
      {content.relation === 'labour' ? <p className="note">{t('view.labour')}</p> : null}
    </>
  )
}

function Facts({ file: { content } }: { file: ContractFile }) {
  const { t } = useTranslation('handover')
  return (
    <section className="card" aria-label={t('view.parties')}>
      <h2>{content.title}</h2>
      <p className="soft">{content.number}</p>
      <dl className="contract-facts">
        {content.built.parties.map((side) => (
          <div key={side.mark}>
            <dt>
              {side.mark} {side.role}
            </dt>
            <dd>
              {side.party?.name}
              <p className="soft">
                {side.fields
                  .filter(({ value }) => value !== '' && value !== side.party?.name)
                  .map(({ label, value }) => t('readMe.party.detail', { label, value }))
                  .join(t('readMe.party.comma'))}
              </p>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('view.span')}</dt>
          <dd>
            {content.to === null
              ? t('readMe.fromOnly', { from: content.from })
              : t('readMe.fromTo', { from: content.from, to: content.to })}
          </dd>
        </div>
      </dl>
    </section>
  )
}
