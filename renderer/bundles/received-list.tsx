import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedBundle } from '../../shared/bundles/calls.ts'
import { hrefTo } from '../shell/route.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { formatBytes, shanghaiClock } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { Loading } from '../ui/loading.tsx'
import { CasePicture } from '../ui/pictures.tsx'
import { TaskProgress } from '../ui/task-progress.tsx'
import { useCommand } from '../ui/use-command.ts'
import { useFileDrop } from '../ui/use-file-drop.ts'
import { useQuery } from '../ui/use-query.ts'
import { openReceived, useReceived } from './received-store.ts'

/** Where a file comes in, and what came in before. */
export function ReceivedList() {
  const { t } = useTranslation('received')
  const { data, error, reload } = useQuery('bundles.list', {})
  const picker = useRef<HTMLInputElement>(null)
  const choose = (): void => picker.current?.click()
  return (
    <div className="stack">
      <h1>{t('list.title')}</h1>
      <DropPlace onChoose={choose} />
      <input
        ref={picker}
        type="file"
        accept=".boan,.zip"
        hidden
        aria-label={t('list.choose')}
        onChange={(event) => {
          void openFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        error === undefined ? (
          <Loading />
        ) : null
      ) : data.bundles.length === 0 ? (
        <EmptyState
          title={t('list.emptyTitle')}
          purpose={t('list.emptyPurpose')}
          picture={<CasePicture />}
          action={{ label: t('list.choose'), onClick: choose }}
        />
      ) : (
        <section className="card received-scroll">
          <ReceivedTable bundles={data.bundles} />
        </section>
      )}
    </div>
  )
}

/** One file at a time: each is verified before it is shown. */
async function openFiles([file]: File[]): Promise<void> {
  if (file !== undefined) await openReceived(file)
}

function DropPlace({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('received')
  const place = useRef<HTMLElement>(null)
  const over = useFileDrop(place, (files) => void openFiles(files))
  const { busy, progress, error, cancel, clear } = useReceived()
  return (
    <section ref={place} className={over ? 'received-drop over' : 'received-drop'} aria-label={t('list.drop')}>
      <div className="row">
        <Icon name="inbox" size={26} />
        <div>
          <b>{t('list.drop')}</b>
          <p className="soft">{t('list.dropHelp')}</p>
        </div>
        <Button className="end" onClick={onChoose} disabled={busy}>
          {t('list.choose')}
        </Button>
      </div>
      {busy ? <TaskProgress progress={progress} onCancel={cancel} /> : null}
      {error === undefined ? null : (
        <ErrorNote error={error} onClose={clear}>
          <p className="soft">{t('opening.refused')}</p>
        </ErrorNote>
      )}
    </section>
  )
}

function ReceivedTable({ bundles }: { bundles: ReceivedBundle[] }) {
  const { t } = useTranslation('received')
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('list.received')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.case')}</th>
          <th scope="col">{t('list.sender')}</th>
          <th scope="col">{t('list.opened')}</th>
          <th scope="col" className="number">
            {t('list.size')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('list.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bundles.map((bundle) => (
          <tr key={bundle.id}>
            <td>
              <a href={hrefTo(`received/${bundle.id}`)}>{bundle.title === '' ? t('list.untitled') : bundle.title}</a>
              <div className="soft">
                {t('list.number', { number: bundle.externalId, kind: t(`kinds.${bundle.kind ?? 'unknown'}`) })}
              </div>
            </td>
            <td>{bundle.sender}</td>
            <td className="received-date">{shanghaiClock(bundle.openedAt)}</td>
            <td className="number">{formatBytes(bundle.sizeBytes)}</td>
            <td className="number">
              <RemoveButton bundle={bundle} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RemoveButton({ bundle }: { bundle: ReceivedBundle }) {
  const { t } = useTranslation('received')
  const [asking, setAsking] = useState(false)
  const remove = useCommand('bundles.remove')
  const run = async (): Promise<void> => {
    if ((await remove.run({ id: bundle.id })) !== undefined) setAsking(false)
  }
  return (
    <>
      <Button size="small" type="text" onClick={() => setAsking(true)}>
        {t('list.remove')}
      </Button>
      <Modal
        open={asking}
        title={t('list.removeTitle')}
        okText={t('list.removeYes')}
        cancelText={t('app:action.cancel')}
        confirmLoading={remove.busy}
        onOk={() => void run()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('list.removeText')}</p>
        {remove.error === undefined ? null : <ErrorNote error={remove.error} />}
      </Modal>
    </>
  )
}
