import { Tooltip } from 'antd'
import { createContext, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lesson, LessonBlock, LessonText, Passage } from '../../../shared/training/lesson.ts'
import { Icon } from '../../ui/icons.tsx'

interface Reading {
  text: (text: LessonText) => string
  /** Law of the lesson in the order of its footnotes. */
  law: string[]
}

const ReadingContext = createContext<Reading>({ text: (text) => text.zh, law: [] })

/** What every passage below needs: the language with the figures, and the numbers of the footnotes. */
export function ReadingPlace({ children, ...reading }: Reading & { children: ReactNode }) {
  return <ReadingContext value={reading}>{children}</ReadingContext>
}

/** A passage with the marks of the law it rests on; a mark shows the law's name and leads to the list at the end. */
export function PassageText({ passage }: { passage: Passage }) {
  const { text } = useContext(ReadingContext)
  return (
    <>
      {text(passage.text)}
      <LawMarks ids={passage.law ?? []} />
    </>
  )
}

export const lawAnchor = (id: string): string => `law-${id}`

function LawMarks({ ids }: { ids: string[] }) {
  const { t } = useTranslation('lessons')
  const { law } = useContext(ReadingContext)
  return ids.map((id) => {
    const number = law.indexOf(id) + 1
    const name = t(`documents:law.${id}`)
    return (
      <Tooltip key={id} title={name} trigger={['hover', 'focus']}>
        <button
          type="button"
          className="bare-button law-mark"
          aria-label={t('page.lawMark', { number, name })}
          onClick={() => scrollToPart(lawAnchor(id))}
        >
          {number}
        </button>
      </Tooltip>
    )
  })
}

/** Brings a part of the page into sight and gives it the focus, so that the keyboard goes on from there. */
export function scrollToPart(id: string): void {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'start' })
  element?.focus({ preventScroll: true })
}

export function LessonSection({ section }: { section: Lesson['sections'][number] }) {
  const { text } = useContext(ReadingContext)
  return (
    <section className="lesson-section">
      <h3 id={`part-${section.id}`} tabIndex={-1}>
        {text(section.title)}
      </h3>
      {section.blocks.map((block) => (
        <Block key={keyOf(block)} block={block} />
      ))}
    </section>
  )
}

function keyOf(block: LessonBlock): string {
  if (block.kind === 'words') return block.items.map(({ word }) => word.en).join()
  return block.kind === 'list' ? block.items.map(({ text }) => text.en).join() : block.text.en
}

function Block({ block }: { block: LessonBlock }) {
  const { text } = useContext(ReadingContext)
  if (block.kind === 'words') {
    return (
      <dl className="lesson-words">
        {block.items.map(({ word, meaning }) => (
          <div key={word.en}>
            <dt>{text(word)}</dt>
            <dd>{text(meaning)}</dd>
          </div>
        ))}
      </dl>
    )
  }
  if (block.kind === 'list') return <PassageList passages={block.items} ordered={block.ordered} />
  if (block.kind === 'note') {
    return (
      <p className="note lesson-note">
        <Icon name="info" size={18} />
        <span>
          <PassageText passage={block} />
        </span>
      </p>
    )
  }
  return (
    <p>
      <PassageText passage={block} />
    </p>
  )
}

interface PassageListProps {
  passages: Passage[]
  ordered?: boolean
  /** Things to tick off on paper. */
  checks?: boolean
}

export function PassageList({ passages, ordered = false, checks = false }: PassageListProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={`lesson-list ${ordered ? 'lesson-list-ordered' : checks ? 'lesson-checks' : ''}`}>
      {passages.map((passage) => (
        <li key={passage.text.en}>
          <PassageText passage={passage} />
        </li>
      ))}
    </List>
  )
}

/** The footnotes: every law of the lesson, numbered as its marks are. */
export function LawList() {
  const { t } = useTranslation('lessons')
  const { law } = useContext(ReadingContext)
  if (law.length === 0) return null
  return (
    <section className="lesson-section" aria-label={t('page.law')}>
      <h3>{t('page.law')}</h3>
      <ol className="law-list">
        {law.map((id) => (
          <li key={id} id={lawAnchor(id)} tabIndex={-1}>
            {t(`documents:law.${id}`)}
          </li>
        ))}
      </ol>
      <p className="soft">{t('page.lawNote')}</p>
    </section>
  )
}
