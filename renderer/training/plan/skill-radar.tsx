import type { Ref } from 'react'
import { useApp } from '../../shell/app-store.ts'
import { fontFamily, palettes } from '../../ui/theme.ts'

interface RadarAxis {
  id: string
  label: string
  value: number
  target: number | null
  /** The value in words, under the label. */
  text: string
}

interface SkillRadarProps {
  axes: readonly RadarAxis[]
  /** The picture in one sentence. */
  summary: string
  ref: Ref<SVGSVGElement>
}

const width = 460
const height = 340
const centre = { x: width / 2, y: height / 2 }
const radius = 112
const rings = [0.25, 0.5, 0.75, 1]

/** A point on an axis, the first one upwards and the others clockwise; `share` 0 to 1 from the centre. */
function pointAt(index: number, count: number, share: number): { x: number; y: number } {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2
  return {
    x: round(centre.x + Math.cos(angle) * radius * share),
    y: round(centre.y + Math.sin(angle) * radius * share),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Colours are written into the drawing, so that a saved copy looks the same elsewhere. */
export function SkillRadar({ axes, summary, ref }: SkillRadarProps) {
  const colour = palettes[useApp((state) => state.mode)]
  // With targets each axis is a share of its own; without, all are measured by the longest.
  const longest = Math.max(1, ...axes.map((axis) => axis.value))
  const shareOf = (axis: RadarAxis): number => axis.value / (axis.target ?? longest)
  const most = Math.max(1, ...axes.map(shareOf))
  const polygon = (share: (axis: RadarAxis) => number): string =>
    axes
      .map((axis, index) => {
        const { x, y } = pointAt(index, axes.length, share(axis))
        return `${x},${y}`
      })
      .join(' ')
  return (
    <svg
      ref={ref}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={summary}
      fontFamily={fontFamily.replaceAll('"', "'")}
    >
      <rect width={width} height={height} fill={colour.surface} />
      {rings.map((ring) => (
        <polygon key={ring} points={polygon(() => ring)} fill="none" stroke={colour.line} />
      ))}
      {axes.map((axis, index) => {
        const end = pointAt(index, axes.length, 1)
        return <line key={axis.id} x1={centre.x} y1={centre.y} x2={end.x} y2={end.y} stroke={colour.hairline} />
      })}
      {axes.some((axis) => axis.target !== null) ? (
        <polygon points={polygon(() => 1 / most)} fill="none" stroke={colour.soft} strokeDasharray="5 4" />
      ) : null}
      <polygon
        points={polygon((axis) => shareOf(axis) / most)}
        fill={colour.accent}
        fillOpacity={0.22}
        stroke={colour.accent}
        strokeWidth={2}
        strokeLinejoin="round"
      />
      {axes.map((axis, index) => (
        <Label key={axis.id} axis={axis} at={pointAt(index, axes.length, 1.16)} ink={colour.ink} soft={colour.soft} />
      ))}
    </svg>
  )
}

function Label({ axis, at, ink, soft }: { axis: RadarAxis; at: { x: number; y: number }; ink: string; soft: string }) {
  const side = at.x - centre.x
  const anchor = Math.abs(side) < 12 ? 'middle' : side > 0 ? 'start' : 'end'
  const above = at.y < centre.y - radius
  return (
    <text x={at.x} y={above ? at.y - 10 : at.y + 4} textAnchor={anchor} fontSize={13} fill={ink}>
      {axis.label}
      <tspan x={at.x} dy={16} fontSize={12} fill={soft}>
        {axis.text}
      </tspan>
    </text>
  )
}
