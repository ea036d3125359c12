/** Small drawings of filled places for empty states; colours follow the theme through CSS variables. */

const paper = { fill: 'var(--surface)', stroke: 'var(--line)' }

/** A ledger: rows, months, one cell that owes. */
export function LedgerPicture() {
  return (
    <svg viewBox="0 0 240 120" width="240" height="120">
      <rect x="8" y="8" width="224" height="104" rx="8" {...paper} />
      {[0, 1, 2].map((row) => (
        <g key={row} transform={`translate(0 ${30 + row * 26})`}>
          <rect x="22" y="0" width="52" height="7" rx="3" fill="var(--line)" />
          {[0, 1, 2].map((column) => {
            const owing = row === 1 && column === 2
            return (
              <g key={column} transform={`translate(${98 + column * 44} -4)`}>
                <rect width="34" height="6" rx="3" fill="var(--soft)" opacity="0.55" />
                <rect
                  y="10"
                  width={owing ? 34 : 22}
                  height="8"
                  rx="4"
                  fill={owing ? 'var(--bad)' : 'var(--chart-expected)'}
                />
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

/** Files that become rows. */
export function ImportPicture() {
  return (
    <svg viewBox="0 0 240 120" width="240" height="120">
      {[0, 1, 2].map((file) => (
        <g key={file} transform={`translate(${18 + file * 16} ${18 + file * 12})`}>
          <rect width="52" height="64" rx="6" {...paper} />
          <rect x="10" y="14" width="32" height="5" rx="2.5" fill="var(--chart-expected)" />
          <rect x="10" y="26" width="24" height="5" rx="2.5" fill="var(--line)" />
          <rect x="10" y="38" width="28" height="5" rx="2.5" fill="var(--line)" />
        </g>
      ))}
      <path d="M116 60h18m-6-6 6 6-6 6" fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
      <rect x="148" y="18" width="76" height="84" rx="8" {...paper} />
      {[0, 1, 2, 3].map((row) => (
        <g key={row} transform={`translate(160 ${34 + row * 17})`}>
          <circle r="3" cx="3" cy="3" fill="var(--good)" />
          <rect x="12" width="40" height="6" rx="3" fill="var(--line)" />
        </g>
      ))}
    </svg>
  )
}

/** A case: a paper with a seal and its exhibits. */
export function CasePicture() {
  return (
    <svg viewBox="0 0 240 120" width="240" height="120">
      <rect x="62" y="8" width="78" height="104" rx="8" {...paper} />
      <rect x="80" y="24" width="42" height="7" rx="3.5" fill="var(--accent)" />
      {[0, 1, 2, 3].map((row) => (
        <rect key={row} x="76" y={42 + row * 13} width={row === 3 ? 30 : 50} height="5" rx="2.5" fill="var(--line)" />
      ))}
      <circle cx="124" cy="96" r="10" fill="none" stroke="var(--bad)" strokeWidth="2" />
      {[0, 1].map((file) => (
        <g key={file} transform={`translate(${154 + file * 14} ${44 + file * 16})`}>
          <rect width="34" height="40" rx="5" {...paper} />
          <rect x="7" y="10" width="20" height="16" rx="2" fill="var(--chart-expected)" />
        </g>
      ))}
    </svg>
  )
}

/** An agreement written as sentences with fields. */
export function AgreementPicture() {
  return (
    <svg viewBox="0 0 240 120" width="240" height="120">
      <rect x="30" y="8" width="180" height="104" rx="8" {...paper} />
      {[0, 1, 2].map((row) => (
        <g key={row} transform={`translate(48 ${28 + row * 25})`}>
          <rect width="46" height="6" rx="3" fill="var(--line)" />
          <rect
            x="54"
            y="-5"
            width={38 + row * 8}
            height="16"
            rx="5"
            fill="var(--accent-weak)"
            stroke="var(--accent)"
          />
          <rect x={102 + row * 8} width="34" height="6" rx="3" fill="var(--line)" />
        </g>
      ))}
    </svg>
  )
}

/** A sheet of a wall calendar with a day that matters. */
export function DatesPicture() {
  return (
    <svg viewBox="0 0 240 120" width="240" height="120">
      <rect x="62" y="10" width="116" height="102" rx="8" {...paper} />
      <rect x="62" y="10" width="116" height="20" rx="8" fill="var(--chart-expected)" />
      {Array.from({ length: 20 }, (_, day) => (
        <rect
          key={day}
          x={74 + (day % 5) * 20}
          y={40 + Math.floor(day / 5) * 17}
          width="12"
          height="9"
          rx="3"
          fill={day === 12 ? 'var(--bad)' : 'var(--line)'}
        />
      ))}
    </svg>
  )
}
