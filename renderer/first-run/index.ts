/** The choices of the first run, for the home page while it is empty. */
export { StartChoices } from './start-choices.tsx'
