import { useTranslation } from 'react-i18next'

/** The law something rests on, by name and article, in small print. */
export function LawNames({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('documents')
  if (ids.length === 0) return null
  return <p className="law-names soft">{ids.map((id) => t(`law.${id}`)).join(t('words.semicolon'))}</p>
}
