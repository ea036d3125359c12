import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { saveFile } from '../../client.ts'
import { PaperPages } from '../../disputes/index.ts'
import { hrefTo, useRoute } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import type { LetterAbout } from './letter-about.ts'
import { LetterPicture } from './letter-picture.tsx'

/** 催款函 for a cycle, without a case: a short text and a picture for the chat, and the formal letter as pages, PDF and Word. */
export function LetterScreen() {
  const { t } = useTranslation('ledger')
  const { params } = useRoute()
  const cycle = params.get('cycle') ?? ''
  const about = {
    agreementId: params.get('agreement') ?? '',
    cycles: [cycle],
    asOf: params.get('asOf') ?? today(),
  }
  return (
    <div className="stack letter">
      <div className="row">
        <BackLink
          href={hrefTo('ledger', { open: about.agreementId, cycle, month: cycle.slice(0, 7) })}
          text={t('letter.back')}
        />
        <h1>{t('letter.title')}</h1>
        <span className="soft">{t('letter.note')}</span>
      </div>
      <ChatText about={about} />
      <LetterPicture about={about} />
      <FormalLetter about={about} />
    </div>
  )
}

function ChatText({ about }: { about: LetterAbout }) {
  const { t } = useTranslation('ledger')
  const { message } = App.useApp()
  const { data, error, reload } = useQuery('disputes.demandLetter', { ...about, format: 'text' })
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      void message.success(t('letter.copied'))
    } catch {
      // A browser may refuse the clipboard; the text stands there to be selected by hand.
      void message.warning(t('letter.notCopied'))
    }
  }
  return (
    <section className="card">
      <div className="row">
        <h2>{t('letter.chat')}</h2>
        <span className="soft">{t('letter.chatHelp')}</span>
        <Button
          type="primary"
          className="end"
          disabled={data === undefined}
          onClick={() => void copy(data?.text ?? '')}
        >
          {t('letter.copy')}
        </Button>
      </div>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? <Loading rows={3} /> : <p className="chat-text">{data.text}</p>}
    </section>
  )
}

function FormalLetter({ about }: { about: LetterAbout }) {
  const { t } = useTranslation('ledger')
  const preview = useQuery('disputes.demandLetter', { ...about, format: 'html' })
  const make = useCommand('disputes.demandLetter')
  const save = async (format: 'pdf' | 'docx'): Promise<void> => {
    const made = await make.run({ ...about, format })
    if (made !== undefined) saveFile(made.file)
  }
  return (
    <section className="card">
      <div className="row">
        <h2>{t('letter.paper')}</h2>
        <span className="end" />
        {(['pdf', 'docx'] as const).map((format) => (
          <Button key={format} icon={<Icon name="download" />} loading={make.busy} onClick={() => void save(format)}>
            {t(`letter.${format}`)}
          </Button>
        ))}
      </div>
      {make.error === undefined ? null : <ErrorNote error={make.error} onClose={make.clear} />}
      {preview.error === undefined ? null : <ErrorNote error={preview.error} onRetry={preview.reload} />}
      {preview.data === undefined ? (
        <Loading rows={8} />
      ) : (
        <>
          <Substituted characters={preview.data.substituted} />
          <PaperPages html={preview.data.text ?? ''} label={t('letter.paper')} />
        </>
      )}
    </section>
  )
}

function Substituted({ characters }: { characters: Output<'disputes.demandLetter'>['substituted'] }) {
  const { t } = useTranslation('ledger')
  if (characters.length === 0) return null
  const chars = characters.map(({ char, codePoint }) => `${char} ${codePoint}`).join(t('app:chart.comma'))
  return <p className="note">{t('documents:substituted', { count: characters.length, chars })}</p>
}
