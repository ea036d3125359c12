import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleEntry, OpenedBundle } from '../../../shared/bundles/calls.ts'
import { formatBytes } from '../../ui/format.ts'
import { Status } from '../../ui/status.tsx'
import { BundleFileView } from './bundle-file-view.tsx'

/** 文书和文件: everything in the bundle but the evidence, and what the sender left out. */
export function DocumentsPlace({ opened }: { opened: OpenedBundle }) {
  const { t } = useTranslation('mediator')
  const [shown, setShown] = useState<BundleEntry>()
  const within = (folder: string): BundleEntry[] => opened.entries.filter(({ path }) => path.startsWith(`${folder}/`))
  const others = opened.entries.filter(({ path }) => opened.case === null || !path.includes('/'))
  return (
    <div className={shown === undefined ? 'stack' : 'mediator-with-panel'}>
      <div className="stack">
        {opened.case === null ? null : (
          <>
            <FileList title={t('documents.papers')} entries={within('documents')} shown={shown} onShow={setShown} />
            <FileList title={t('documents.tables')} entries={within('ledger')} shown={shown} onShow={setShown} />
          </>
        )}
        <FileList title={t('documents.others')} entries={others} shown={shown} onShow={setShown} />
        {opened.case === null || opened.case.withheld.length === 0 ? null : (
          <section className="card">
            <h2>{t('documents.withheld')}</h2>
            <ul className="lines">
              {opened.case.withheld.map(({ what, code }) => (
                <li key={`${code} ${what}`}>{what}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {shown === undefined ? null : (
        <section className="card stack mediator-piece" key={shown.path}>
          <h2>{shown.path.split('/').at(-1)}</h2>
          <BundleFileView id={opened.id} entry={shown} name={shown.path} />
        </section>
      )}
    </div>
  )
}

interface FileListProps {
  title: string
  entries: BundleEntry[]
  shown: BundleEntry | undefined
  onShow: (entry: BundleEntry) => void
}

function FileList({ title, entries, shown, onShow }: FileListProps) {
  const { t } = useTranslation('mediator')
  if (entries.length === 0) return null
  return (
    <section className="card mediator-evidence">
      <h2>{title}</h2>
      <ul className="lines">
        {entries.map((entry) => (
          <li key={entry.path} className={entry.path === shown?.path ? 'on' : ''}>
            <button type="button" className="bare-button mediator-link" onClick={() => onShow(entry)}>
              {entry.path.split('/').at(-1)}
            </button>
            <span className="row">
              {entry.fault === null ? null : (
                <Status tone="bad" icon="warn">
                  {t(`bundles:faults.${entry.fault}`)}
                </Status>
              )}
              <span className="soft">{formatBytes(entry.sizeBytes)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
