import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContractStanding, contractStandings } from '../../../shared/contracts/life.ts'
import type { ContractRow } from '../../../shared/contracts/life-shapes.ts'
import { saveFile } from '../../client.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useFilterKey } from '../../ui/keyboard.ts'
import { Loading } from '../../ui/loading.tsx'
import { AgreementPicture } from '../../ui/pictures.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { BatchList } from '../batch/batch-list.tsx'
import { Standing } from './standing.tsx'
import './register.css'

/** All contracts: made here, taken over, made elsewhere, or only agreed in chats. */
export function RegisterList() {
  const { t } = useTranslation('register')
  const [text, setText] = useState('')
  const [standing, setStanding] = useState<ContractStanding | 'all'>('all')
  const [withVoided, setWithVoided] = useState(false)
  const filter = useRef<InputRef>(null)
  useFilterKey(() => filter.current?.focus())
  const { data, error, reload } = useQuery('contracts.register', { withVoided: true })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading />
  if (data.contracts.length === 0) return <EmptyRegister />
  const shown = data.contracts.filter(
    (row) =>
      (withVoided || row.standing !== 'voided') &&
      (standing === 'all' || row.standing === standing) &&
      isNamed(row, text),
  )
  const found = contractStandings.filter((one) => data.contracts.some((row) => row.standing === one))
  return (
    <div className="stack">
      <div className="row">
        <Input
          ref={filter}
          className="list-filter"
          prefix={<Icon name="search" size={16} />}
          aria-label={t('list.filter')}
          placeholder={t('list.filter')}
          value={text}
          allowClear
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          className="register-standing"
          aria-label={t('list.standing')}
          value={standing}
          onChange={setStanding}
          options={(['all', ...found] as const).map((value) => ({
            value,
            label: value === 'all' ? t('list.all') : t(`standing.${value}`),
          }))}
        />
        {found.includes('voided') ? (
          <Checkbox checked={withVoided} onChange={(event) => setWithVoided(event.target.checked)}>
            {t('list.showVoided')}
          </Checkbox>
        ) : null}
        <span className="end" />
        <NewButtons />
        <ExportButton ids={shown.map(({ id }) => id)} />
      </div>
      <section className="card register-scroll">
        {shown.length === 0 ? <p className="soft">{t('list.none')}</p> : <RegisterTable rows={shown} />}
      </section>
      <BatchList />
    </div>
  )
}

function isNamed({ title, number, payer, payee }: ContractRow, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [title, number ?? '', payer.name, payee.name].some((name) => name.toLowerCase().includes(wanted))
}

function EmptyRegister() {
  const { t } = useTranslation('register')
  return (
    <EmptyState
      title={t('empty.title')}
      purpose={t('empty.purpose')}
      picture={<AgreementPicture />}
      action={{ label: t('empty.action'), onClick: () => goTo('contracts', { draft: 'new' }) }}
      aside={
        <div className="row">
          <Button type="text" href={hrefTo('contracts', { kept: 'new' })}>
            {t('list.kept')}
          </Button>
          <Button type="text" href={hrefTo('contracts', { batch: 'new' })}>
            {t('list.batch')}
          </Button>
        </div>
      }
    />
  )
}

function NewButtons() {
  const { t } = useTranslation('register')
  return (
    <>
      <Button href={hrefTo('contracts', { kept: 'new' })}>{t('list.kept')}</Button>
      <Button href={hrefTo('contracts', { batch: 'new' })}>{t('list.batch')}</Button>
      <Button type="primary" icon={<Icon name="plus" size={16} />} href={hrefTo('contracts', { draft: 'new' })}>
        {t('list.new')}
      </Button>
    </>
  )
}

function ExportButton({ ids }: { ids: string[] }) {
  const { t } = useTranslation('register')
  const make = useCommand('contracts.exportRegister')
  const save = async (): Promise<void> => {
    const file = await make.run({ ids })
    if (file !== undefined) saveFile(file)
  }
  return (
    <>
      <Button icon={<Icon name="download" size={16} />} loading={make.busy} onClick={() => void save()}>
        {t('list.export')}
      </Button>
      {make.error === undefined ? null : <ErrorNote error={make.error} onClose={make.clear} />}
    </>
  )
}

/** Contracts, one a row. */
export function RegisterTable({ rows }: { rows: readonly ContractRow[] }) {
  const { t } = useTranslation('register')
  return (
    <table className="plain-table register-table">
      <thead>
        <tr>
          <th scope="col">{t('list.contract')}</th>
          <th scope="col">{t('list.between')}</th>
          <th scope="col">{t('list.span')}</th>
          <th scope="col">{t('list.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a className="list-link" href={hrefTo('contracts', { contract: row.id })}>
                {row.title}
              </a>
              <div className="soft">
                {row.number ?? t('list.noNumber')} · {t(`origin.${row.origin}`)}
              </div>
            </td>
            <td>
              <div>{partyName(t, row, 'payer')}</div>
              <div>{partyName(t, row, 'payee')}</div>
            </td>
            <td className="register-span">{contractSpan(t, row)}</td>
            <td>
              <Standing standing={row.standing} origin={row.origin} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A side's name, with a mark where it is the person. */
export function partyName(
  t: TFunction<'register'>,
  row: Pick<ContractRow, 'payer' | 'payee' | 'self'>,
  side: 'payer' | 'payee',
): string {
  const name = row[side].name === '' ? t('list.unnamed') : row[side].name
  return row.self === side ? name + t('list.self') : name
}

/** From when to when, as far as it is filled in. */
export function contractSpan(
  t: TFunction<'register'>,
  { from, to, endedOn }: Pick<ContractRow, 'from' | 'to' | 'endedOn'>,
): string {
  const last = endedOn ?? to
  if (from === null) return t('list.noDates')
  return last === null ? t('list.from', { from }) : t('list.fromTo', { from, to: last })
}
