import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { shanghaiClock } from '../../ui/format.ts'

interface MomentInputProps {
  id: string
  /** UTC, ISO 8601; shown and picked on a Shanghai clock, whatever this computer's zone. */
  value: string
  onChange: (moment: string) => void
}

export function MomentInput({ id, value, onChange }: MomentInputProps) {
  return (
    <DatePicker
      id={id}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      allowClear={false}
      value={dayjs(shanghaiClock(value))}
      onChange={(picked) => {
        if (picked !== null) onChange(new Date(`${picked.format('YYYY-MM-DDTHH:mm')}:00.000+08:00`).toISOString())
      }}
    />
  )
}
