import { Button, Checkbox, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LessonText, Question } from '../../../shared/training/lesson.ts'
import { isRight } from '../../../shared/training/quiz.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import './questions.css'

interface QuestionCardProps {
  question: Question
  number: number
  chosen: readonly string[]
  /** The answer is given and explained; it stays as it is. */
  checked: boolean
  onChoose: (chosen: string[]) => void
  onCheck: () => void
  text: (text: LessonText) => string
}

/** One question: choose, look at the answer, read why. */
export function QuestionCard({ question, number, chosen, checked, onChoose, onCheck, text }: QuestionCardProps) {
  const { t } = useTranslation('lessons')
  const [tried, setTried] = useState(false)
  const title = useId()
  const check = (): void => {
    setTried(true)
    if (chosen.length > 0) onCheck()
  }
  return (
    <li className="card question">
      <p id={title} className="question-text">
        <span className="soft">
          {t('quiz.number', { number })} · {t(`quiz.${question.kind}`)}
        </span>
        <br />
        {text(question.question)}
      </p>
      <Options question={question} chosen={chosen} checked={checked} onChoose={onChoose} text={text} title={title} />
      <div aria-live="polite">
        {checked ? (
          <Explanation question={question} chosen={chosen} text={text} />
        ) : (
          <div className="row">
            <Button onClick={check}>{t('quiz.check')}</Button>
            {tried && chosen.length === 0 ? <span className="field-problem">{t('quiz.choose')}</span> : null}
          </div>
        )}
      </div>
    </li>
  )
}

type OptionsProps = Omit<QuestionCardProps, 'number' | 'onCheck'> & { title: string }

function Options({ question, chosen, checked, onChoose, text, title }: OptionsProps) {
  const { t } = useTranslation('lessons')
  const label = (option: Question['options'][number]) => (
    <span className={checked && option.right ? 'option-right' : ''}>
      {text(option.text)}
      {checked && option.right ? (
        <span className="option-mark">
          <Icon name="check" size={15} />
          {t('quiz.rightOption')}
        </span>
      ) : null}
    </span>
  )
  if (question.kind === 'single') {
    return (
      <Radio.Group
        className="options"
        aria-labelledby={title}
        disabled={checked}
        value={chosen[0]}
        onChange={(event) => onChoose([String(event.target.value)])}
      >
        {question.options.map((option) => (
          <Radio key={option.id} value={option.id}>
            {label(option)}
          </Radio>
        ))}
      </Radio.Group>
    )
  }
  return (
    <fieldset aria-labelledby={title} className="options">
      {question.options.map((option) => (
        <Checkbox
          key={option.id}
          disabled={checked}
          checked={chosen.includes(option.id)}
          onChange={(event) =>
            onChoose(event.target.checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id))
          }
        >
          {label(option)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Explanation({ question, chosen, text }: Pick<QuestionCardProps, 'question' | 'chosen' | 'text'>) {
  const { t } = useTranslation('lessons')
  const right = isRight(question, chosen)
  const basis = [
    ...(question.law ?? []).map((id) => t(`documents:law.${id}`)),
    ...(question.source === undefined ? [] : [text(question.source)]),
  ]
  return (
    <div className="explanation">
      <Status tone={right ? 'good' : 'bad'}>{t(right ? 'quiz.right' : 'quiz.wrong')}</Status>
      <p>{text(question.why)}</p>
      <p className="soft">{t('quiz.basis', { basis: basis.join(t('separator')) })}</p>
    </div>
  )
}
