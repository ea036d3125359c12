import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type BuiltClause, type BuiltContract, type BuiltParagraph } from '../../../shared/contracts/templates/built.ts'
import { Icon } from '../../ui/icons.tsx'
import { LawNames } from '../drafting/law-names.tsx'
import { useLocalText } from '../drafting/local-text.ts'
import './register.css'

interface ContractTextProps {
  built: Pick<BuiltContract, 'preamble' | 'clauses'>
  /** Ids of clauses to be pointed at, with why. */
  marked?: ReadonlyMap<string, string>
  /** What stands under a clause, such as a tick that it was read. */
  foot?: (clause: BuiltClause) => ReactNode
}

/** A contract clause by clause as it is printed, and beside each what it means in plain words and the law it rests on. */
export function ContractText({ built, marked, foot }: ContractTextProps) {
  const { t } = useTranslation('register')
  const say = useLocalText()
  return (
    <div className="contract-text">
      {built.preamble.length === 0 ? null : (
        <section className="contract-clause">
          <div>
            {built.preamble.map((paragraph) => (
              <Paragraph key={textKey(paragraph)} paragraph={paragraph} />
            ))}
          </div>
        </section>
      )}
      {built.clauses.map((clause) => (
        <section key={clause.id} className="contract-clause" aria-label={clause.heading}>
          <div>
            <h3>{clause.heading}</h3>
            {marked?.get(clause.id) === undefined ? null : (
              <p className="clause-mark">
                <Icon name="warn" size={15} />
                {marked.get(clause.id)}
              </p>
            )}
            {clause.paragraphs.map((paragraph) => (
              <Paragraph key={textKey(paragraph)} paragraph={paragraph} />
            ))}
            {foot?.(clause)}
          </div>
          <div className="clause-note" role="note" aria-label={t('page.note')}>
            {clause.weighty ? <p className="clause-weighty">{t('handover:view.weighty')}</p> : null}
            <p>{say(clause.note)}</p>
            <LawNames ids={clause.lawIds} />
          </div>
        </section>
      ))}
    </div>
  )
}

function textKey({ number, runs }: BuiltParagraph): string {
  return number + runs.map(({ text }) => text).join('')
}

function Paragraph({ paragraph: { number, runs } }: { paragraph: BuiltParagraph }) {
  return (
    <p className="contract-paragraph">
      {number === '' ? null : <span className="paragraph-number">{number}</span>}
      {runs.map((run) =>
        run.style === 'strong' ? (
          <b key={run.text}>{run.text}</b>
        ) : run.style === 'blank' ? (
          <u key={run.text}>{run.text}</u>
        ) : (
          <span key={run.text}>{run.text}</span>
        ),
      )}
    </p>
  )
}
