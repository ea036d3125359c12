import { createI18n } from '../../../shared/i18n/index.ts'
import type { CallContext } from '../context.ts'

/** Keeps a received contract or answer as evidence of what the other side sent. Answers the evidence's id. */
export async function keepBundleAsEvidence(
  context: CallContext,
  bundleId: string,
  { title, source }: { title: string; source: string },
): Promise<string> {
  const { keepReceivedAsEvidence } = await import('../disputes/index.ts')
  const { t } = createI18n('zh')
  return keepReceivedAsEvidence(context, bundleId, {
    title: t('handover:evidence.title', { title }),
    kind: 'contract',
    source: t('handover:evidence.source', { name: source }),
    purpose: t('handover:evidence.purpose'),
  })
}
