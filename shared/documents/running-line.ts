/** Wide characters that stand in one line of a running head beside the number at its right, in portrait. */
const mostCharacters = 34

/**
 * A running head as one line: a name of hundreds of characters would grow over the edge of every page; it stands whole in the paper
 * itself. Counted in characters as written, cut with an ellipsis.
 */
export function runningLine(text: string): string {
  const characters = Array.from(text)
  return characters.length <= mostCharacters ? text : `${characters.slice(0, mostCharacters - 1).join('')}…`
}
