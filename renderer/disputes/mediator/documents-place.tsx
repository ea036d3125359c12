import { useTranslation } from 'react-i18next'
import type { BundleEntry, OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import { BundleFiles } from '../../bundles/index.ts'

/** 文书和文件: everything in the case's bundle but the evidence, and what the sender left out. */
export function DocumentsPlace({ opened, file }: { opened: OpenedBundle; file: ShownCase }) {
  const { t } = useTranslation('mediator')
  const within = (folder: string): BundleEntry[] => opened.entries.filter(({ path }) => path.startsWith(`${folder}/`))
  const lists = [
    { title: t('documents.papers'), entries: within('documents') },
    { title: t('documents.tables'), entries: within('ledger') },
    { title: t('documents.others'), entries: opened.entries.filter(({ path }) => !path.includes('/')) },
  ]
  return (
    <BundleFiles id={opened.id} lists={lists}>
      {file.withheld.length === 0 ? null : (
        <section className="card">
          <h2>{t('documents.withheld')}</h2>
          <ul className="lines">
            {file.withheld.map(({ what, code }) => (
              <li key={`${code} ${what}`}>{what}</li>
            ))}
          </ul>
        </section>
      )}
    </BundleFiles>
  )
}
