import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import type { StatementPreview } from '../../../shared/earnings/import-shapes.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useQuery } from '../../ui/use-query.ts'
import type { PayerAssignment } from './import-store.ts'
import { NewPayerDialog } from './new-payer-dialog.tsx'
import { accountsOf, groupAccounts, type PayerGroup } from './payer-groups.ts'

/** An agreement's id, or that it is left open for now. */
type PayerChoice = { agreementId: string } | 'later'

/** What is asked and what was answered so far. */
export interface PayerQuestion {
  groups: PayerGroup[]
  choices: ReadonlyMap<string, PayerChoice>
  choose: (key: string, choice: PayerChoice | undefined) => void
  /** Agreements that take the other accounts already. */
  known: { id: string; title: string }[]
  isAnswered: boolean
  /** It is not known yet what there is to ask. */
  isLoading: boolean
  error: ErrorData | undefined
  assignments: PayerAssignment[]
}

/** Who pays for the sales in these files: known from the agreements' scopes, else asked once per account. */
export function usePayerQuestion(previews: readonly StatementPreview[]): PayerQuestion {
  const accounts = accountsOf(previews)
  const [choices, setChoices] = useState<ReadonlyMap<string, PayerChoice>>(new Map())
  const { data, error, loading } = useQuery(
    'contracts.suggestAgreement',
    accounts.length === 0 ? undefined : { accounts },
  )
  const answered = data?.accounts ?? []
  const unknown = answered.flatMap(({ agreements, ...account }) => (agreements.length === 0 ? [account] : []))
  const groups = groupAccounts(accounts.length === 0 ? [] : unknown, previews)
  const known = new Map(answered.flatMap(({ agreements }) => agreements.map((each) => [each.id, each] as const)))
  const choose = (key: string, choice: PayerChoice | undefined): void => {
    const next = new Map(choices)
    if (choice === undefined) next.delete(key)
    else next.set(key, choice)
    setChoices(next)
  }
  const assignments = groups.flatMap(({ key, accounts: taken }) => {
    const choice = choices.get(key)
    return choice === undefined || choice === 'later' ? [] : [{ agreementId: choice.agreementId, accounts: taken }]
  })
  return {
    groups,
    choices,
    choose,
    known: [...known.values()],
    isAnswered: groups.every(({ key }) => choices.has(key)),
    isLoading: loading,
    error,
    assignments,
  }
}

interface PayerCardProps {
  question: PayerQuestion
  /** Importing was tried without an answer. */
  isMissing: boolean
}

/** Asks who pays, only where no agreement says so yet. */
export function PayerCard({ question, isMissing }: PayerCardProps) {
  const { t } = useTranslation('import-screen')
  const { groups, known } = question
  if (question.error !== undefined) return <ErrorNote error={question.error} />
  if (groups.length === 0 && known.length === 0) return null
  return (
    <section className="card payer-card" aria-label={t('payer.title')}>
      <div>
        <h2>{t('payer.title')}</h2>
        {known.length === 0 ? null : (
          <p className="soft">
            <Icon name="check" size={14} />{' '}
            {t('payer.known', { titles: known.map(({ title }) => title).join(t('list.comma')) })}
          </p>
        )}
        {groups.length === 0 ? null : <p className="soft">{t('payer.text')}</p>}
      </div>
      {groups.map((group) => (
        <PayerRow
          key={group.key}
          group={group}
          choice={question.choices.get(group.key)}
          onChoose={(choice) => question.choose(group.key, choice)}
          isMissing={isMissing && !question.choices.has(group.key)}
        />
      ))}
    </section>
  )
}

interface PayerRowProps {
  group: PayerGroup
  choice: PayerChoice | undefined
  onChoose: (choice: PayerChoice | undefined) => void
  isMissing: boolean
}

function PayerRow({ group, choice, onChoose, isMissing }: PayerRowProps) {
  const { t } = useTranslation('import-screen')
  const [adding, setAdding] = useState(false)
  const { data, error } = useQuery('contracts.listAgreements', { onDay: today() })
  const name = groupName(t('payer.accounts', { count: group.accounts.length }), group)
  const agreements = data?.agreements ?? []
  return (
    <div className="payer-row">
      <div className="row">
        <span className="payer-account">
          <b>{platformName(t, group.platform)}</b> {name}
        </span>
        {agreements.length === 0 ? null : (
          <Select<string | null>
            className="payer-select"
            aria-label={t('payer.choose', { name })}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('payer.placeholder')}
            status={isMissing ? 'error' : ''}
            value={choice === undefined || choice === 'later' ? null : choice.agreementId}
            options={agreements.map(({ id, title, payer }) => ({
              value: id,
              label: t('named', { name: title, more: payer.name }),
            }))}
            onChange={(id) => onChoose(id === null ? undefined : { agreementId: id })}
          />
        )}
        <Button icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t('payer.add')}
        </Button>
        <Button
          type={choice === 'later' ? 'primary' : 'default'}
          ghost={choice === 'later'}
          aria-pressed={choice === 'later'}
          onClick={() => onChoose(choice === 'later' ? undefined : 'later')}
        >
          {t('payer.later')}
        </Button>
      </div>
      {choice === 'later' ? <p className="soft">{t('payer.laterHelp')}</p> : null}
      {isMissing ? (
        <p className="field-problem" role="alert">
          {t('payer.missing')}
        </p>
      ) : null}
      {error === undefined ? null : <ErrorNote error={error} />}
      {adding ? (
        <NewPayerDialog
          group={group}
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false)
            onChoose(undefined)
          }}
        />
      ) : null}
    </div>
  )
}

function groupName(several: string, group: PayerGroup): string {
  const names = [...new Set(group.accounts.map(({ account }) => account))]
  return names.length === 1 ? (names[0] ?? '') : several
}
