import { indexHeader, normalizeHeader } from './header.ts'

/** Names that can only mean something about a buyer, whatever the list. */
const aboutBuyers =
  /^(?:收[件货]人|买家|顾客|消费者|下单人).*|.*(?:收[件货]地址|收[件货]电话|收[件货]手机|买家手机|详细地址)$/

interface ListHeader {
  headerCells: readonly string[]
  preset: { buyerColumns?: readonly string[] | undefined }
}

/**
 * Columns of a list that are about buyers: those its preset names, and any whose name can only mean one. They are never put in the
 * database, never shown, and leave the computer in no copy (design.md 'Buyers' data').
 */
export function buyerColumns({ headerCells, preset }: ListHeader): { index: number; name: string }[] {
  const known = new Set((preset.buyerColumns ?? []).map(normalizeHeader))
  return indexHeader(headerCells).names.flatMap((name, index) =>
    known.has(name) || aboutBuyers.test(name) ? [{ index, name: (headerCells[index] ?? '').trim() }] : [],
  )
}
