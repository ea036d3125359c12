import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AgreementScope } from '../../shared/contracts/scope.ts'
import { platformName } from '../../shared/i18n/index.ts'

/** From when to when: `2026-01-01 起`. */
export function spanText(t: TFunction<'contracts'>, { from, to }: { from: string; to: string | null }): string {
  return to === null ? t('list.openEnd', { from }) : t('list.span2', { from, to })
}

/** Which orders an agreement is about, in a few words. */
export function ScopeText({ scope }: { scope: AgreementScope }) {
  const { t } = useTranslation('contracts')
  const parts = [
    ...(scope.platforms ?? []).map((platform) => platformName(t, platform)),
    ...(scope.accounts ?? []),
    ...(scope.shops ?? []),
    ...(scope.roles ?? []).map((role) => t(`scope.role.${role}`)),
    ...(scope.productIds ?? []),
  ]
  return <>{parts.length === 0 ? t('list.everything') : parts.join(t('sentence.and'))}</>
}
