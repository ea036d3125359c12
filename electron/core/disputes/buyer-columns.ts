import { indexHeader, normalizeHeader } from '../../../shared/earnings/statements/header.ts'
import type { StatementLayout } from '../earnings/import/index.ts'

/** Columns of a statement that are about buyers: those its preset names, and any whose name can only mean one. */
export function buyerColumns(
  table: Pick<StatementLayout['table'], 'preset' | 'headerCells'>,
): { index: number; name: string }[] {
  const header = indexHeader(table.headerCells)
  const named = new Set((table.preset.buyerColumns ?? []).map(normalizeHeader))
  return header.names.flatMap((name, index) =>
    named.has(name) || aboutBuyers.test(name) ? [{ index, name: (table.headerCells[index] ?? '').trim() }] : [],
  )
}

const aboutBuyers =
  /^(?:收[件货]人|买家|顾客|消费者|下单人).*|.*(?:收[件货]地址|收[件货]电话|收[件货]手机|买家手机|详细地址)$/
