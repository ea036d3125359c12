/** Disputes as other domains may use them. */
export { disputeHandlers } from './handlers.ts'
