import { Modal } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useDelayed } from '../ui/use-delayed.ts'
import { useQuery } from '../ui/use-query.ts'
import { goTo } from './route.ts'
import { screens } from './screens.tsx'

type Hit = Output<'app.search'>['hits'][number]

interface Choice {
  key: string
  title: string
  detail: string
  run: () => void
}

/** Where a found thing is shown. */
const hitPlaces: Record<Hit['kind'], (id: string) => void> = {
  party: (id) => goTo('contracts', { party: id }),
  agreement: (id) => goTo('contracts', { agreement: id }),
  contract: (id) => goTo('contracts', { contract: id }),
  case: (id) => goTo(`cases/${id}`),
  line: (id) => goTo('ledger', { line: id }),
  import: (id) => goTo('import', { statement: id }),
}

/** Ctrl/⌘ K: one field that finds places, people, agreements, cases and orders. Arrows walk the results, Enter opens. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { choices, error } = useChoices(text.trim())
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    onClose()
    choice.run()
  }
  return (
    <Modal
      open
      title={t('palette.title')}
      onCancel={onClose}
      // The dialog takes the focus as it opens; once it has, the field gets it.
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
      footer={null}
      width={600}
      focusable={{ trap: true }}
    >
      <div className="palette">
        <input
          ref={field}
          className="palette-field"
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            walk(event)
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(choices[0])
          }}
        />
        {error === undefined ? null : <ErrorNote error={error} />}
        <ul className="palette-list" aria-label={t('palette.results')}>
          {choices.map((choice) => (
            <li key={choice.key}>
              <button
                type="button"
                className="bare-button palette-choice"
                onClick={() => choose(choice)}
                onKeyDown={walk}
              >
                <span>{choice.title}</span>
                <span className="soft">{choice.detail}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {choices.length === 0 ? <p className="soft">{t('palette.none')}</p> : null}
      <p className="soft palette-hint">{t('palette.hint')}</p>
    </Modal>
  )
}

/** ↑ and ↓ move the focus between the field and the results, round and round. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.nativeEvent.isComposing) return
  event.preventDefault()
  const stops = [...(event.currentTarget.closest('.palette')?.querySelectorAll<HTMLElement>('input, button') ?? [])]
  const here = stops.findIndex((stop) => stop === document.activeElement)
  stops[(here + step + stops.length) % stops.length]?.focus()
}

/** Places inside a screen that people ask for by name. One more: a line here and its words under `palette.place`. */
const innerPlaces: { key: string; path: string; params?: Record<string, string> }[] = [
  { key: 'payables', path: 'ledger/payables' },
  { key: 'settlement', path: 'ledger/settlement' },
  { key: 'draft', path: 'contracts', params: { draft: 'new' } },
  { key: 'batch', path: 'contracts', params: { batch: 'new' } },
  { key: 'register', path: 'contracts', params: { tab: 'register' } },
  { key: 'learn', path: 'training/learn' },
]

/** Places whose name holds the text, then what the core finds. */
function useChoices(text: string) {
  const { t } = useTranslation()
  const settled = useDelayed(text, 120)
  const found = useQuery('app.search', settled === '' ? undefined : { text: settled.slice(0, 100) })
  const places: Choice[] = [
    ...screens.map(({ path }) => ({
      key: path,
      title: t('palette.goTo', { place: t(`nav.${path}`) }),
      run: () => goTo(path),
    })),
    ...innerPlaces.map(({ key, path, params }) => ({
      key,
      title: t(`palette.place.${key}`),
      run: () => goTo(path, params),
    })),
  ]
    .filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()))
    .map((place) => ({ ...place, detail: t('palette.kind.command') }))
  const hits: Choice[] = (text === '' ? [] : (found.data?.hits ?? [])).map((hit) => ({
    key: `${hit.kind}-${hit.id}`,
    title: hit.title,
    detail: [t(`palette.kind.${hit.kind}`), ...(hit.detail === '' ? [] : [hit.detail])].join(' · '),
    run: () => hitPlaces[hit.kind](hit.id),
  }))
  return { choices: [...places, ...hits], error: text === '' ? undefined : found.error }
}
