import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const patienceMs = 300
/** A wait that begins this soon after another is the same wait for the person who looks at it. */
const sameWaitMs = 100

let waitingSinceMs = -Infinity
let waitedUntilMs = -Infinity

function remainingPatienceMs(): number {
  const nowMs = performance.now()
  if (nowMs - waitedUntilMs > sameWaitMs) waitingSinceMs = nowMs
  return Math.max(0, patienceMs - (nowMs - waitingSinceMs))
}

/**
 * A skeleton that shows itself only after 300 ms, so that quick answers do not flicker. Waits that follow one another (the code
 * of a screen, then its data) count as one: a slow start does not stay blank.
 */
export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation()
  const [delayMs] = useState(remainingPatienceMs)
  useEffect(
    () => () => {
      waitedUntilMs = performance.now()
    },
    [],
  )
  return (
    <output className="loading" style={{ animationDelay: `${delayMs}ms` }} aria-label={t('progress.loading')}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </output>
  )
}
