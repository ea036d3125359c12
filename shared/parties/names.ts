/** A party as lists of payments may name it. */
export interface KnownName {
  partyId: string
  names: readonly string[]
}

/** One form for names that differ only in width, spaces, brackets, dots or case. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s·•・.,，。、'"“”()（）【】<>《》-]/g, '')
    .toLowerCase()
}

/**
 * Answers which party a name in a payment list is: the same name, or one that the list has masked (`*小明`, `张**`) or cut
 * off (`杭州播悦文化传…`). A masked or cut name that fits two parties fits none: a wrong payer is worse than a question.
 */
export function createNameRecogniser(known: readonly KnownName[]): (name: string) => string | undefined {
  const byName = new Map<string, string | undefined>()
  for (const { partyId, names } of known) {
    for (const name of names.map(normaliseName)) {
      if (name === '') continue
      const other = byName.get(name)
      byName.set(name, byName.has(name) && other !== partyId ? undefined : partyId)
    }
  }
  return (name) => {
    const plain = normaliseName(name)
    if (plain === '') return undefined
    if (byName.has(plain)) return byName.get(plain)
    const fits = fitterOf(name, plain)
    if (fits === undefined) return undefined
    const found = new Set([...byName].filter(([candidate]) => fits(candidate)).map(([, partyId]) => partyId))
    return found.size === 1 ? [...found][0] : undefined
  }
}

const shortestCutName = 6

/** Whether a name may be the masked or cut one; undefined when that is neither. */
function fitterOf(name: string, plain: string): ((candidate: string) => boolean) | undefined {
  if (plain.includes('*')) {
    const chars = [...plain]
    if (chars.every((char) => char === '*')) return undefined
    return (candidate) => {
      const others = [...candidate]
      return others.length === chars.length && chars.every((char, at) => char === '*' || char === others[at])
    }
  }
  if (!/(?:…|\.\.\.)\s*$/.test(name)) return undefined
  return plain.length < shortestCutName ? undefined : (candidate) => candidate.startsWith(plain)
}
