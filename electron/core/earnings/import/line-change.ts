import {
  compareAge,
  findStanding,
  type LineContent,
  sameContent,
} from '../../../../shared/earnings/statements/versions.ts'
import { isConflict, isNew, isRepeated, isSuperseded, isSuperseding } from './decisions.ts'
import type { LineStore, LineVersion, RowPlace, StoredLineState } from './line-store.ts'

/** What a row does to a line that is there: the decision, and the versions as they stand after it. */
export interface LineOutcome {
  decision: number
  versions: LineVersion[]
  /** Index in `versions` of the one that counts; -1 when none is held. */
  current: number
  inConflict: boolean
  /** Index of the version the row is. */
  rowVersion: number
}

/**
 * What a row of a statement exported at `seenAtS` does to a line. Nothing is written: the preview asks the same question.
 * `place` is where the row stands.
 */
export function weighRow(
  store: LineStore,
  line: StoredLineState,
  content: LineContent,
  seenAtS: number,
  place: RowPlace,
): LineOutcome {
  if (line.current.isHeld && !line.inConflict && sameContent(line.current.content, content)) {
    // The common case, without a look at older versions: the row says what is held already.
    const current = seenAgain(line.current, seenAtS, place)
    return { decision: isRepeated, versions: [current], current: 0, inConflict: false, rowVersion: 0 }
  }
  const versions = store.versionsOf(line)
  let rowVersion = versions.findIndex((version) => sameContent(version.content, content))
  const wasHeld = versions[rowVersion]?.isHeld === true
  const known = versions[rowVersion]
  if (known === undefined) {
    const number = Math.max(...versions.map(({ version }) => version)) + 1
    rowVersion = versions.push({ version: number, isHeld: true, isChosen: false, seenAtS, content, ...place }) - 1
  } else versions[rowVersion] = seenAgain(known, seenAtS, place)
  const standing = findStanding(versions)
  return {
    decision: decide(line, rowVersion, wasHeld, standing.current, standing.inConflict, versions),
    versions,
    current: standing.current,
    inConflict: standing.inConflict,
    rowVersion,
  }
}

function seenAgain(version: LineVersion, seenAtS: number, place: RowPlace): LineVersion {
  if (version.isHeld && version.seenAtS >= seenAtS) return version
  return { ...version, isHeld: true, seenAtS, ...place }
}

function decide(
  line: StoredLineState,
  rowVersion: number,
  wasHeld: boolean,
  current: number,
  inConflict: boolean,
  versions: readonly LineVersion[],
): number {
  if (!line.current.isHeld) return isNew
  const becomesCurrent = current === rowVersion && versions[current]?.version !== line.current.version
  if (inConflict && !wasHeld && isTied(versions, rowVersion, current)) return isConflict
  if (becomesCurrent) return isSuperseding
  return wasHeld ? isRepeated : isSuperseded
}

/** The row's version is the one that counts, or as new as it. */
function isTied(versions: readonly LineVersion[], rowVersion: number, current: number): boolean {
  const own = versions[rowVersion]
  const winner = versions[current]
  return own !== undefined && winner !== undefined && compareAge(own, winner) === 0
}

/** Writes what changed between the line as it was and the versions as they stand now; `next` tells which one counts. */
export function writeVersions(
  store: LineStore,
  line: StoredLineState,
  versions: readonly LineVersion[],
  next: { current: number; inConflict: boolean },
): void {
  const current = versions[next.current] ?? versions.find(({ version }) => version === line.current.version)
  if (current === undefined) throw new Error(`line ${line.id} has lost its version`)
  const counts = next.current >= 0
  for (const version of versions) {
    if (version.version !== current.version || version.isChosen) store.putVersion(line.id, version)
  }
  if (!current.isChosen && current.version !== line.current.version) store.dropVersion(line.id, current.version)
  store.setCurrent(line.id, { ...current, isHeld: counts }, next.inConflict)
}
