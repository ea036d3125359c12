import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedBundle } from '../../shared/bundles/calls.ts'
import { hrefTo } from '../shell/route.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { formatBytes, shanghaiClock } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { CasePicture } from '../ui/pictures.tsx'
import { useCommand } from '../ui/use-command.ts'
import { useQuery } from '../ui/use-query.ts'
import { ReceivedDrop, useReceivedPicker } from './received-drop.tsx'

/** Where a file comes in, and what came in before. */
export function ReceivedList() {
  const { t } = useTranslation('received')
  const { data, error, reload } = useQuery('bundles.list', {})
  const picker = useReceivedPicker()
  return (
    <div className="stack">
      <h1>{t('list.title')}</h1>
      <ReceivedDrop onChoose={picker.choose} />
      {picker.input}
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
          action={{ label: t('list.choose'), onClick: picker.choose }}
        />
      ) : (
        <section className="card received-scroll">
          <ReceivedTable bundles={data.bundles} />
        </section>
      )}
    </div>
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
