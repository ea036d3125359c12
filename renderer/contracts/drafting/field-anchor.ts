/** The id of the place of a variable's field, for jumping to it. */
export function fieldAnchor(variable: string): string {
  return `draft-field-${variable}`
}
