import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleEntry } from '../../shared/bundles/calls.ts'
import { formatBytes } from '../ui/format.ts'
import { Status } from '../ui/status.tsx'
import { BundleFileView } from './bundle-file-view.tsx'

interface BundleFilesProps {
  /** Id of the bundle. */
  id: string
  /** Lists of its files, each under a title; one without files is left out. */
  lists: { title: string; entries: BundleEntry[] }[]
  /** What follows below the lists. */
  children?: ReactNode
}

/** Files of a received bundle in lists; the one that is chosen is shown beside them. */
export function BundleFiles({ id, lists, children }: BundleFilesProps) {
  const [shown, setShown] = useState<BundleEntry>()
  return (
    <div className={shown === undefined ? 'stack' : 'received-with-panel'}>
      <div className="stack">
        {lists.map(({ title, entries }) => (
          <FileList key={title} title={title} entries={entries} shown={shown} onShow={setShown} />
        ))}
        {children}
      </div>
      {shown === undefined ? null : (
        <section className="card stack received-piece" key={shown.path}>
          <h2>{shown.path.split('/').at(-1)}</h2>
          <BundleFileView id={id} entry={shown} name={shown.path} />
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
  const { t } = useTranslation('bundles')
  if (entries.length === 0) return null
  return (
    <section className="card received-files">
      <h2>{title}</h2>
      <ul className="lines">
        {entries.map((entry) => (
          <li key={entry.path} className={entry.path === shown?.path ? 'on' : ''}>
            <button type="button" className="bare-button received-link" onClick={() => onShow(entry)}>
              {entry.path.split('/').at(-1)}
            </button>
            <span className="row">
              {entry.fault === null ? null : (
                <Status tone="bad" icon="warn">
                  {t(`faults.${entry.fault}`)}
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
