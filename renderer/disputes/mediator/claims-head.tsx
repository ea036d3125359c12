interface ClaimsHeadProps {
  columns: readonly { title: string; isNumber?: boolean }[]
  /** Name of a last column that shows none, such as that of the buttons. */
  last?: string
}

/** The head of a table of claims: what is claimed, what is said of it, and the amounts. */
export function ClaimsHead({ columns, last }: ClaimsHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map(({ title, isNumber }) => (
          <th key={title} scope="col" className={isNumber === true ? 'number' : undefined}>
            {title}
          </th>
        ))}
        {last === undefined ? null : (
          <th scope="col">
            <span className="visually-hidden">{last}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}
