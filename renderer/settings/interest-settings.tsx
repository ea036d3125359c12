import { Checkbox, Input, Segmented } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/app/calls.ts'
import { useApp } from '../shell/app-store.ts'

const multiplesPpm = [1_300_000, 1_400_000, 1_500_000]

/** How late interest is reckoned where the terms say nothing. */
export function InterestSettings({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const save = useApp((state) => state.saveSettings)
  const placeId = useId()
  return (
    <section className="card stack">
      <div>
        <h2>{t('interest.title')}</h2>
        <p className="soft">{t('interest.text')}</p>
      </div>
      <div className="settings-choice">
        <span>{t('interest.multiple')}</span>
        <Segmented
          aria-label={t('interest.multiple')}
          value={settings.interestMultiplePpm}
          onChange={(interestMultiplePpm) => void save({ interestMultiplePpm })}
          options={multiplesPpm.map((value) => ({ value, label: `${value / 1_000_000}×` }))}
        />
        <span className="soft">{t('interest.multipleHelp')}</span>
      </div>
      <Checkbox
        checked={settings.showInterestFirst}
        onChange={(event) => void save({ showInterestFirst: event.target.checked })}
      >
        {t('interest.interestFirst')}
      </Checkbox>
      <div className="settings-choice">
        <label htmlFor={placeId}>{t('interest.workPlace')}</label>
        <Input
          id={placeId}
          className="settings-place"
          defaultValue={settings.workPlace}
          maxLength={60}
          onBlur={(event) => {
            const workPlace = event.target.value.trim()
            if (workPlace !== settings.workPlace) void save({ workPlace })
          }}
        />
        <span className="soft">{t('interest.workPlaceHelp')}</span>
      </div>
    </section>
  )
}
