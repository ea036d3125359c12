import { useRoute } from '../../shell/route.ts'
import { mockPlace } from './learn-address.ts'
import './learn.css'
import { LessonList } from './lesson-list.tsx'
import { LessonPage } from './lesson-page.tsx'
import { MockPaper } from './mock-paper.tsx'

/** 学习: `training/learn` the lessons, `training/learn/b1` one of them, `training/learn/mock?number=7` a practice paper. */
export function LearnPlace() {
  const { path, params } = useRoute()
  const [, , id] = path
  if (id === undefined) return <LessonList />
  if (id === mockPlace) return <MockPaper key={params.get('number')} number={numberOf(params.get('number'))} />
  return <LessonPage key={id} id={id} />
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}
