import { type FieldScope, scopesOf } from './fieldScope.ts'

/** The limit of a section, as an item that holds nothing else. */
export interface SectionLimit {
  readonly kind: 'open' | 'inverted' | 'close'
  readonly name: string
}

export interface Expansion<T> {
  /** Not null when the item is the limit of a section and nothing else. */
  limitOf(item: T): SectionLimit | null
  /** What the item becomes in this scope: nothing, itself filled, or several. */
  fill(item: T, scope: FieldScope): readonly T[]
}

/** Repeats, keeps or leaves out what stands between the limits of sections; the same for blocks, rows, items and words. */
export function expandSections<T>(
  items: readonly T[],
  scope: FieldScope,
  expansion: Expansion<T>,
): readonly T[] {
  const expanded: T[] = []
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as T
    const limit = expansion.limitOf(item)
    if (limit === null) {
      expanded.push(...expansion.fill(item, scope))
      continue
    }
    const end = limit.kind === 'close' ? -1 : endOf(items, index, limit.name, expansion)
    if (end === -1) {
      scope.report.unbalanced(`{${signs[limit.kind]}${limit.name}}`)
      continue
    }
    const inside = items.slice(index + 1, end)
    for (const inner of scopesOf(limit, scope)) expanded.push(...expandSections(inside, inner, expansion))
    index = end
  }
  return expanded
}

const signs = { open: '#', inverted: '^', close: '/' } as const

/** Place of the limit that closes the section opened at `from`; -1 when there is none. `{/}` closes the last one opened. */
function endOf<T>(items: readonly T[], from: number, name: string, { limitOf }: Expansion<T>): number {
  const opened = [name]
  for (let index = from + 1; index < items.length; index += 1) {
    const limit = limitOf(items[index] as T)
    if (limit === null) continue
    if (limit.kind !== 'close') {
      opened.push(limit.name)
      continue
    }
    const last = opened.pop()
    if (limit.name !== '' && limit.name !== last) return -1
    if (opened.length === 0) return index
  }
  return -1
}
