/** Training as other domains may use it. */
export { dates as trainingDates } from './overview.ts'
export { trainingHandlers } from './handlers.ts'
