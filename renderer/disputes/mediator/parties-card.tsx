import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'

const fields = [
  'idCard',
  'creditCode',
  'legalRepresentative',
  'phone',
  'email',
  'address',
  'mailingAddress',
  'bankName',
  'bankCard',
] as const

/** Who is who, with the identifiers that the sender let go along. */
export function PartiesCard({ file }: { file: ShownCase }) {
  const { t } = useTranslation('mediator')
  return (
    <section className="card">
      <h2>{t('claims.parties')}</h2>
      <div className="mediator-parties">
        {file.parties.map((party) => (
          <div key={party.id}>
            <span className="soft">{t(`disputes:sides.${party.side}`)}</span>
            <p>
              <b>{party.name}</b>
            </p>
            <dl>
              {fields.map((field) =>
                party[field] === undefined || party[field] === '' ? null : (
                  <div key={field}>
                    <dt className="soft">{t(`disputes:fields.${field}`)}</dt>
                    <dd>{party[field]}</dd>
                  </div>
                ),
              )}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}
