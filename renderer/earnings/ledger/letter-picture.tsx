import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../../shared/errors.ts'
import { errorData } from '../../shell/app-store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { pngOfSvg, saveBlob, svgUrl } from '../../ui/picture-file.ts'
import { useQuery } from '../../ui/use-query.ts'
import type { LetterAbout } from './letter-about.ts'

/** The letter as one picture, for a chat that takes no files. */
export function LetterPicture({ about }: { about: LetterAbout }) {
  const { t } = useTranslation('ledger')
  const { message } = App.useApp()
  const { data, error, reload } = useQuery('disputes.demandLetter', { ...about, format: 'svg' })
  const [failure, setFailure] = useState<ErrorData>()
  const svg = data?.text ?? undefined
  const save = async (): Promise<void> => {
    if (svg === undefined || data === undefined) return
    try {
      saveBlob(await pngOfSvg(svg), data.file.name.replace(/\.svg$/, '.png'))
    } catch (problem) {
      setFailure(errorData(problem))
    }
  }
  const copy = async (): Promise<void> => {
    if (svg === undefined) return
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOfSvg(svg) })])
      void message.success(t('letter.copied'))
    } catch {
      // A browser may refuse the clipboard; the picture can still be saved.
      void message.warning(t('letter.pictureNotCopied'))
    }
  }
  return (
    <section className="card">
      <div className="row">
        <h2>{t('letter.picture')}</h2>
        <span className="soft">{t('letter.pictureHelp')}</span>
        <span className="end" />
        <Button disabled={svg === undefined} onClick={() => void copy()}>
          {t('letter.copyPicture')}
        </Button>
        <Button icon={<Icon name="download" />} disabled={svg === undefined} onClick={() => void save()}>
          {t('letter.savePicture')}
        </Button>
      </div>
      {failure === undefined ? null : <ErrorNote error={failure} onClose={() => setFailure(undefined)} />}
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {svg === undefined ? (
        error === undefined ? (
          <Loading rows={6} />
        ) : null
      ) : (
        <img className="letter-picture" src={svgUrl(svg)} alt={t('letter.picture')} />
      )}
    </section>
  )
}
