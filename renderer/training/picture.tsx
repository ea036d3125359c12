/** A training log: entries with their hours, and a level filling up. */
export function TrainingPicture() {
  const paper = { fill: 'var(--surface)', stroke: 'var(--line)' }
  return (
    <svg viewBox="0 0 240 120" width="240" height="120">
      <rect x="14" y="10" width="128" height="100" rx="8" {...paper} />
      {[0, 1, 2, 3].map((row) => (
        <g key={row} transform={`translate(28 ${26 + row * 21})`}>
          <circle cx="4" cy="4" r="4" fill={row === 3 ? 'var(--line)' : 'var(--good)'} />
          <rect x="16" y="1" width={62 - row * 7} height="6" rx="3" fill="var(--line)" />
          <rect x="86" y="1" width="16" height="6" rx="3" fill="var(--chart-expected)" />
        </g>
      ))}
      <circle cx="190" cy="54" r="30" fill="none" stroke="var(--line)" strokeWidth="9" />
      <path d="M190 24a30 30 0 1 1-26 45" fill="none" stroke="var(--accent)" strokeWidth="9" strokeLinecap="round" />
      <rect x="170" y="98" width="40" height="6" rx="3" fill="var(--line)" />
    </svg>
  )
}
