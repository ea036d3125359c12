import type { TFunction } from 'i18next'
import type { Decision, StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import { useQuery } from '../../ui/use-query.ts'
import type { Tone } from '../../ui/status.tsx'

/** Names of presets for people: 抖音精选联盟 · 达人, or the name under which the person keeps a mapping, with its role. */
export function usePresetName(t: TFunction): (preset: string, role?: StatementPreview['role']) => string {
  const { data } = useQuery('earnings.listPresets', {})
  return (preset, role = null) => {
    const mapping = data?.mappings.find(({ preset: own }) => own.id === preset)
    if (mapping === undefined) return t(`import:presets.${preset}`, { defaultValue: preset })
    const name = t('import-screen:ownMapping', { name: mapping.name })
    return role === null ? name : `${name} · ${t(`earnings:roles.${role}`)}`
  }
}

export const decisions = [
  'new',
  'superseding',
  'repeated',
  'superseded',
  'conflict',
  'rejected',
  'ignored',
] as const satisfies Decision[]

export const decisionTones: Record<Decision, Tone> = {
  new: 'good',
  superseding: 'good',
  repeated: 'plain',
  superseded: 'plain',
  conflict: 'warn',
  rejected: 'bad',
  ignored: 'plain',
}
