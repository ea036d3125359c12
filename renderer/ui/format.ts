import type { TFunction } from 'i18next'

/** How long ago a moment was, in the largest unit that says it: 10 分钟前. */
export function timeAgo(t: TFunction, momentIso: string, nowMs = Date.now()): string {
  const minutes = Math.floor((nowMs - Date.parse(momentIso)) / 60_000)
  if (minutes < 1) return t('app:time.now')
  if (minutes < 60) return t('app:time.minutes', { count: minutes })
  if (minutes < 24 * 60) return t('app:time.hours', { count: Math.floor(minutes / 60) })
  return t('app:time.days', { count: Math.floor(minutes / (24 * 60)) })
}

/** A moment as the clock in Shanghai shows it: 2026-03-31 20:05. */
export function shanghaiClock(momentIso: string): string {
  const shifted = new Date(Date.parse(momentIso) + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`
}

/** The last part of a path, whatever the system's separator. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}

/** Bytes as people say them: 18 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  if (bytes < 1_000_000_000) return `${Math.round(bytes / 1_000_000)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}
