/** A column's title; a number's stands right like the numbers. */
type Column = string | { title: string; isNumber?: boolean; isHidden?: boolean }

/** The head of a plain table. Titles must differ; that of a column of buttons is only for screen readers (`isHidden`). */
export function TableHead({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const { title, isNumber = false, isHidden = false } = typeof column === 'string' ? { title: column } : column
          return (
            <th key={title} scope="col" className={isNumber ? 'number' : ''}>
              {isHidden ? <span className="visually-hidden">{title}</span> : title}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
