import { Tooltip } from 'antd'
import { createContext, type ReactNode, useContext } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useApp } from '../shell/app-store.ts'

type Side = 'payer' | 'payee'

const SideContext = createContext<Side | undefined>(undefined)

/** Says which side the words inside speak from; without `side` it is what the person's first role makes it. */
export function WordSide({ side, children }: { side: Side | undefined; children: ReactNode }) {
  return <SideContext value={side}>{children}</SideContext>
}

/** Whether words speak from the payer's side here: an agency reads 应付 where a streamer reads 应得. */
export function usePayerWords(): boolean {
  const side = useContext(SideContext)
  const role = useApp((state) => state.status?.settings.roles[0])
  return side === undefined ? role === 'agency' || role === 'merchant' : side === 'payer'
}

/** What a sentence with a form of its own for one who pays is asked with: `t(key, useSideForm())`. */
export function useSideForm(): { context?: 'payer' } {
  return usePayerWords() ? { context: 'payer' } : {}
}

/** Like `useTranslation`: a sentence that has a form for one who pays is said in it. */
export function useSideTranslation(namespace: string): { t: TFunction } {
  const { t } = useTranslation(namespace)
  const form = useSideForm()
  const sided = new Proxy(t, {
    apply: (ask, _self, [key, params]: [string, Record<string, unknown>?]) => ask(key, { ...form, ...params }),
  })
  return { t: sided }
}

/** The glossary's word for a thing, as the side that looks at it says it. */
export function useWord(): (id: string) => string {
  const { t } = useTranslation('glossary')
  const form = useSideForm()
  return (id) => t(`${id}.word`, form)
}

/** A word of the field, dotted underneath; its meaning shows on hover, focus and touch. */
export function Term({ id }: { id: string }) {
  const { t } = useTranslation('glossary')
  const word = useWord()
  const form = useSideForm()
  return (
    <Tooltip
      trigger={['hover', 'focus', 'click']}
      title={
        <>
          <strong>{t(`${id}.term`)}</strong>
          <br />
          {t(`${id}.meaning`, form)}
        </>
      }
    >
      <button type="button" className="bare-button term">
        {word(id)}
      </button>
    </Tooltip>
  )
}
