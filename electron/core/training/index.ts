/** Training as other domains may use it. */
export { trainingHandlers } from './handlers.ts'
