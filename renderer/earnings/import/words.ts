import type { TFunction } from 'i18next'
import type { Decision } from '../../../shared/earnings/import-shapes.ts'
import { useQuery } from '../../ui/use-query.ts'
import type { Tone } from '../../ui/status.tsx'

/** Names of presets for people: 抖音精选联盟 · 达人, or the name under which the person keeps a mapping. */
export function usePresetName(t: TFunction): (preset: string) => string {
  const { data } = useQuery('earnings.listPresets', {})
  return (preset) => {
    const mapping = data?.mappings.find(({ preset: own }) => own.id === preset)
    if (mapping !== undefined) return t('imports:ownMapping', { name: mapping.name })
    return t(`import:presets.${preset}`, { defaultValue: preset })
  }
}

export function platformName(t: TFunction, platform: string): string {
  return t(`imports:platform.${platform}`, { defaultValue: platform })
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
