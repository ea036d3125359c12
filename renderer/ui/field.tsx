import { useId, type ReactNode } from 'react'

interface FieldProps {
  label: ReactNode
  /** What is wrong with it, said beside the field and read with it. */
  problem?: string | undefined
  help?: ReactNode
  children: (id: string) => ReactNode
}

/** A labelled field of a form; the label names whatever input takes the id. */
export function Field({ label, problem, help, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem === undefined ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {help === undefined ? null : <p className="soft">{help}</p>}
    </div>
  )
}
