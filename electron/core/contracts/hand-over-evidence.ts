import { createI18n } from '../../../shared/i18n/index.ts'
import { keepFile, recordAttachment } from '../attachments/store.ts'
import { receivedBundlePath } from '../bundles/index.ts'
import type { CallContext } from '../context.ts'
import { todayOf } from './life.ts'

/**
 * Keeps a received bundle as evidence, byte for byte: with its signature it shows what the other side sent. It stays when the list
 * of received files is cleared.
 */
export async function keepBundleAsEvidence(
  context: CallContext,
  bundleId: string,
  { title, source }: { title: string; source: string },
): Promise<string> {
  const { findEvidenceOfFile, insertEvidence } = await import('../disputes/index.ts')
  const { db, dataDir } = context
  const file = await keepFile(dataDir, receivedBundlePath(dataDir, bundleId))
  const { t } = createI18n('zh')
  recordAttachment(db, file, `${title}.boan`, context.now())
  context.tookIn(file.sha256)
  const known = findEvidenceOfFile(db, file.sha256)
  if (known !== undefined) return known.id
  const id = context.newId()
  insertEvidence(db, {
    id,
    sha256: file.sha256,
    title: t('handover:evidence.title', { title }).slice(0, 200),
    kind: 'contract',
    source: t('handover:evidence.source', { name: source }),
    takenBy: '',
    takenAt: todayOf(context),
    purpose: t('handover:evidence.purpose'),
    originalPlace: '',
    originalHolder: 'me',
    redactedOf: null,
    redaction: '',
    pages: null,
    createdAt: context.now(),
  })
  context.subject(id)
  return id
}
