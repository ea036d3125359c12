import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ComparedItem, StatementContent } from '../../../shared/earnings/settlement-shapes.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { cycleName } from '../ledger/cycle-words.ts'

interface ShortCycle {
  agreementId: string
  cycle: string
  name: string
  month: string
  shortFen: number
  outstandingFen: number
  taken: boolean
}

/** Where they counted too little: how much, and what one can do about each cycle. */
export function ShortNote({ content, items }: { content: StatementContent; items: readonly ComparedItem[] }) {
  const { t } = useTranslation('settlement')
  const short = items.flatMap((item): ShortCycle[] => {
    const theirs = content.items[item.index]
    const { agreementId, cycle, shortFen, mine, taken } = item
    if (theirs === undefined || mine === null || agreementId === null || cycle === null) return []
    if (shortFen === null || shortFen <= 0 || mine.source === 'platform') return []
    const name = cycleName(t, cycle, theirs.from)
    const { outstandingFen } = mine
    return [{ agreementId, cycle, name, month: theirs.to.slice(0, 7), shortFen, outstandingFen, taken }]
  })
  if (short.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('received.shortTitle', { fen: short.reduce((sum, { shortFen }) => sum + shortFen, 0) })}</h2>
      <p className="soft">{t(short.every(({ taken }) => taken) ? 'received.shortTaken' : 'received.shortText')}</p>
      <ul className="lines">
        {short.map((one) => (
          <ShortLine key={`${one.agreementId} ${one.cycle}`} short={one} />
        ))}
      </ul>
    </section>
  )
}

function ShortLine({ short }: { short: ShortCycle }) {
  const { t } = useTranslation('settlement')
  const { message } = App.useApp()
  const open = useCommand('disputes.openCase')
  const { agreementId, cycle, name, month, shortFen, outstandingFen } = short
  const openCase = async (): Promise<void> => {
    const made = await open.run({ agreementId, cycles: [cycle], asOf: today() })
    if (made === undefined) return
    void message.success(t('received.caseOpened', { number: made.number }))
    goTo(`cases/${made.id}`)
  }
  return (
    <li className="settlement-short">
      <span>
        {name} · {t('received.short', { fen: shortFen })}
      </span>
      {open.busy ? (
        <TaskProgress progress={open.progress} onCancel={open.cancel} />
      ) : (
        <span className="row">
          <Button size="small" href={hrefTo('ledger', { open: agreementId, cycle, month })}>
            {t('received.look')}
          </Button>
          {outstandingFen > 0 ? (
            <>
              <Button size="small" href={hrefTo('ledger/letter', { agreement: agreementId, cycle, asOf: today() })}>
                {t('received.letter')}
              </Button>
              <Button size="small" onClick={() => void openCase()}>
                {t('received.case')}
              </Button>
            </>
          ) : null}
        </span>
      )}
      {open.error === undefined ? null : <ErrorNote error={open.error} onClose={open.clear} />}
    </li>
  )
}
