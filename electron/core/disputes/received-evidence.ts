import { shanghaiDate } from '../../../shared/calendar.ts'
import { keepFile, recordAttachment } from '../attachments/store.ts'
import type { CallContext } from '../context.ts'
import { findEvidenceOfFile, insertEvidence, type NewEvidence } from './evidence.ts'

/**
 * Keeps a received bundle as evidence, byte for byte: with its signature it shows what the other side sent. It stays when the list
 * of received files is cleared; the same file is kept once. Answers the evidence's id.
 */
export async function keepReceivedAsEvidence(
  context: CallContext,
  bundleId: string,
  about: Pick<NewEvidence, 'title' | 'kind' | 'source' | 'purpose'>,
): Promise<string> {
  const { db, dataDir } = context
  // Zip and signatures are loaded when a bundle is kept, not when the thread starts.
  const { receivedBundlePath } = await import('../bundles/index.ts')
  const file = await keepFile(dataDir, receivedBundlePath(dataDir, bundleId))
  recordAttachment(db, file, `${about.title}.boan`, context.now())
  context.tookIn(file.sha256)
  const known = findEvidenceOfFile(db, file.sha256)
  const id = known?.id ?? context.newId()
  if (known === undefined) {
    insertEvidence(db, {
      ...about,
      id,
      sha256: file.sha256,
      title: about.title.slice(0, 200),
      takenBy: '',
      takenAt: shanghaiDate(context.now()),
      originalPlace: '',
      originalHolder: 'me',
      redactedOf: null,
      redaction: '',
      pages: null,
      createdAt: context.now(),
    })
  }
  context.subject(id)
  return id
}
