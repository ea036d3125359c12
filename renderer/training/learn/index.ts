/** 学习 as the training screen shows it: the lessons, one of them, or a practice paper. */
export { LearnPlace } from './learn-place.tsx'
