import { freshTermId } from '../../../shared/contracts/patterns.ts'

/** What an editor of a list of terms does to it; an empty list is no list. */
export interface ListEditing<T extends { id: string }> {
  items: readonly T[]
  change: (id: string, part: Partial<T>) => void
  remove: (id: string) => void
  add: (make: (id: string) => T) => void
}

/** Editing of one list in the terms. `prefix` names the ids of new items. */
export function editList<T extends { id: string }>(
  list: readonly T[] | null | undefined,
  prefix: string,
  onChange: (list: T[]) => void,
): ListEditing<T> {
  const items = list ?? []
  return {
    items,
    change: (id, part) => onChange(items.map((item) => (item.id === id ? { ...item, ...part } : item))),
    remove: (id) => onChange(items.filter((item) => item.id !== id)),
    add: (make) => {
      const taken = items.map((item) => item.id)
      onChange([...items, make(freshTermId(prefix, taken))])
    },
  }
}
