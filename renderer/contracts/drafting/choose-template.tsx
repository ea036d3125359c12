import { useTranslation } from 'react-i18next'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { useLocalText } from './local-text.ts'

/** The templates that ship: what each is for, before anything is filled in. */
export function ChooseTemplate({ amends }: { amends: string | undefined }) {
  const { t } = useTranslation('templates')
  const say = useLocalText()
  const { data, error, reload } = useQuery('contracts.listTemplates', {})
  return (
    <div className="stack draft-choose">
      <div>
        <h1>{t('choose.title')}</h1>
        <p className="soft">{t('choose.text')}</p>
      </div>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined && error === undefined ? <Loading rows={4} /> : null}
      <div className="draft-templates">
        {(data?.templates ?? []).map((template) => (
          <a
            key={template.id}
            className="card draft-template"
            href={hrefTo('contracts', { draft: 'new', template: template.id, amends })}
          >
            <span className="draft-template-icon">
              <Icon name="contract" size={26} />
            </span>
            <b>{say(template.title)}</b>
            <span className="soft">{say(template.forWhom)}</span>
            <span className="draft-template-facts">
              <span>{t(`relation.${template.relation}`)}</span>
              <span>{t('choose.clauses', { clauses: template.clauses, optional: template.optionalClauses })}</span>
              <span>{t('choose.fields', { fields: template.variables })}</span>
            </span>
          </a>
        ))}
      </div>
    </div>
  )
}
