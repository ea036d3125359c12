import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icons.tsx'

/** Adds one more of a kind: `add.<part>`. */
export function AddButton({ part, onClick }: { part: string; onClick: () => void }) {
  const { t } = useTranslation('contracts')
  return (
    <Button type="text" className="add-button" icon={<Icon name="plus" size={16} />} onClick={onClick}>
      {t(`add.${part}`)}
    </Button>
  )
}
