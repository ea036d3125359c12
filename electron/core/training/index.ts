/** Training as other domains may use it. */
export { dates as trainingDates } from './overview.ts'
