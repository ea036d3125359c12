/** What a demand letter is about: some cycles of an agreement, counted to a day. */
export interface LetterAbout {
  agreementId: string
  cycles: string[]
  asOf: string
}
