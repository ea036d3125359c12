import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleEntry } from '../../shared/bundles/calls.ts'
import type { Output } from '../../shared/contract.ts'
import { fileUrl, saveFile } from '../client.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { FilePreview } from '../ui/file-preview.tsx'
import { formatBytes } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { Loading } from '../ui/loading.tsx'
import { useQuery } from '../ui/use-query.ts'

type Taken = Output<'bundles.file'>

interface BundleFileViewProps {
  id: string
  entry: BundleEntry
  name: string
}

/**
 * A stranger's file: pictures, PDF, sound and film inside the window, text as text, HTML never; anything else is only saved, and
 * only after a question (spec/bundle.md 'Hostile files').
 */
export function BundleFileView({ id, entry, name }: BundleFileViewProps) {
  const { data, error, reload } = useQuery('bundles.file', { id, path: entry.path })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading rows={6} />
  return (
    <>
      <Shown taken={data} name={name} />
      <SaveButton taken={data} />
    </>
  )
}

function Shown({ taken, name }: { taken: Taken; name: string }) {
  const { t } = useTranslation('received')
  const url = fileUrl(taken.file)
  switch (taken.preview) {
    case 'text':
      return <TextPreview url={url} name={name} />
    case 'none':
      return (
        <p className="received-other">
          <Icon name="file" size={32} />
          {taken.file.name} · {formatBytes(taken.file.sizeBytes)}
        </p>
      )
    default:
      return <FilePreview kind={taken.preview} url={url} label={t('file.picture', { name })} />
  }
}

const mostCharacters = 20_000

/** The beginning of a text: enough to see what it is, never so much that the window stops. */
function TextPreview({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation('received')
  const [text, setText] = useState<{ shown: string; isCut: boolean }>()
  useEffect(() => {
    const controller = new AbortController()
    void readBeginning(url, controller.signal).then(setText, () => undefined)
    return () => controller.abort()
  }, [url])
  if (text === undefined) return <Loading rows={6} />
  return (
    <>
      <textarea
        className="file-preview received-text"
        readOnly
        rows={14}
        aria-label={t('file.text', { name })}
        value={text.shown}
      />
      {text.isCut ? <p className="soft">{t('file.truncated', { count: mostCharacters })}</p> : null}
    </>
  )
}

async function readBeginning(url: string, signal: AbortSignal): Promise<{ shown: string; isCut: boolean }> {
  const response = await fetch(url, { signal })
  let shown = ''
  const pieces = response.body?.pipeThrough(new TextDecoderStream())
  if (pieces !== undefined) {
    for await (const piece of pieces) {
      shown += piece
      if (shown.length > mostCharacters) break
    }
  }
  return { shown: shown.slice(0, mostCharacters), isCut: shown.length > mostCharacters }
}

/** What the window cannot show opens elsewhere: the person is asked first. */
function SaveButton({ taken }: { taken: Taken }) {
  const { t } = useTranslation('received')
  const [asking, setAsking] = useState(false)
  const save = (): void => {
    saveFile(taken.file)
    setAsking(false)
  }
  if (asking) {
    return (
      <div className="note">
        <p>{t('file.saveQuestion')}</p>
        <div className="row">
          <Button size="small" onClick={save}>
            {t('file.saveYes')}
          </Button>
          <Button size="small" type="text" onClick={() => setAsking(false)}>
            {t('app:action.cancel')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div>
      <Button
        size="small"
        icon={<Icon name="download" size={16} />}
        onClick={() => (taken.preview === 'none' ? setAsking(true) : save())}
      >
        {t('file.save')}
      </Button>
    </div>
  )
}
