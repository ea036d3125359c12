import { useEffect, useEffectEvent, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../shell/app-store.ts'
import { palettes, type Palette } from '../theme.ts'
import type { ChartOption, EChartsType } from './echarts.ts'

export interface ChartTable {
  head: string[]
  rows: string[][]
}

interface ChartProps {
  /** What the chart shows, in one sentence: read aloud instead of the drawing. */
  summary: string
  /** The same figures as a table, one click away. */
  table: ChartTable
  draw: (palette: Palette) => ChartOption
  heightPx: number
  /** A mark was clicked: the index of its category. */
  onSelect?: (index: number) => void
  /** Keys of the colours, left of the table button. */
  keys?: ReactNode
}

/** A drawing by ECharts (SVG, loaded when first needed) that always has its figures in words and as a table too. */
export function Chart({ summary, table, draw, heightPx, onSelect, keys }: ChartProps) {
  const { t } = useTranslation()
  const mode = useApp((state) => state.mode)
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="chart">
      {asTable ? (
        <FigureTable table={table} caption={summary} />
      ) : (
        <>
          <p className="visually-hidden">{summary}</p>
          <Drawing option={draw(palettes[mode])} heightPx={heightPx} onSelect={onSelect} />
        </>
      )}
      <figcaption className="chart-foot">
        {asTable ? null : keys}
        <button type="button" className="bare-button chart-table-toggle end" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.asPicture' : 'chart.asTable')}
        </button>
      </figcaption>
    </figure>
  )
}

interface DrawingProps {
  option: ChartOption
  heightPx: number
  onSelect: ((index: number) => void) | undefined
}

function Drawing({ option, heightPx, onSelect }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType>()
  const select = useEffectEvent((index: number) => onSelect?.(index))
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    let made: EChartsType | undefined
    const watcher = new ResizeObserver(() => made?.resize())
    const make = async (): Promise<void> => {
      const { init } = await import('./echarts.ts')
      if (!element.isConnected || made !== undefined) return
      made = init(element, null, { renderer: 'svg' })
      made.on('click', (event) => select(event.dataIndex))
      watcher.observe(element)
      setChart(made)
    }
    void make()
    return () => {
      watcher.disconnect()
      made?.dispose()
      setChart(undefined)
    }
  }, [])
  useEffect(() => {
    chart?.setOption(option, { notMerge: true })
  }, [chart, option])
  return <div ref={place} className="chart-drawing" style={{ height: heightPx }} aria-hidden="true" />
}

function FigureTable({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {table.head.map((cell, index) => (
            <th key={cell} scope="col" className={index === 0 ? '' : 'number'}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, index) => (
              <td key={table.head[index]} className={index === 0 ? '' : 'number'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The key of one colour. */
export function ChartKey({ colour, children }: { colour: string; children: ReactNode }) {
  const style: CSSProperties & Record<'--key', string> = { '--key': colour }
  return (
    <span className="chart-key" style={style}>
      {children}
    </span>
  )
}

/** Axis and tooltip looks that all our charts share. */
export function chartFrame(colour: Palette): Pick<ChartOption, 'animation' | 'textStyle' | 'tooltip'> {
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit', color: colour.ink },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colour.accentWeak, opacity: 0.5 } },
      backgroundColor: colour.surface,
      borderColor: colour.line,
      textStyle: { color: colour.ink, fontSize: 13 },
      appendTo: 'body',
    },
  }
}
