import { useRoute } from '../../shell/route.ts'
import { CaseList } from './case-list.tsx'
import { CasePage } from './case-page.tsx'
import { placeOf } from './case-address.ts'
import './case.css'

/** 维权: the list of cases, or one of them at one of its five places. */
export function CasesScreen() {
  const { path } = useRoute()
  const [, id, place] = path
  return id === undefined ? <CaseList /> : <CasePage key={id} id={id} place={placeOf(place)} />
}
