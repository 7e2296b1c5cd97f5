/** What is to happen, in the order of virtual time, then in the order in which it was asked for. */
export interface EventQueue<T> {
  add(atMs: number, event: T): void
  next(): { readonly atMs: number; readonly event: T } | null
  /** Virtual time of the next event, or null. */
  peekMs(): number | null
  readonly size: number
}

export function eventQueue<T>(): EventQueue<T> {
  const heap: Entry<T>[] = []
  let asked = 0
  return {
    get size() {
      return heap.length
    },
    peekMs: () => heap[0]?.atMs ?? null,
    add(atMs, event) {
      heap.push({ atMs, order: asked++, event })
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (!swapped(heap, parent, i)) break
        i = parent
      }
    },
    next() {
      const first = heap[0]
      const last = heap.pop()
      if (first === undefined || last === undefined) return null
      if (heap.length > 0) {
        heap[0] = last
        for (let i = 0; ; ) {
          const left = 2 * i + 1
          const right = left + 1
          if (left >= heap.length) break
          const child = right < heap.length && before(heap, right, left) ? right : left
          if (!swapped(heap, i, child)) break
          i = child
        }
      }
      return { atMs: first.atMs, event: first.event }
    },
  }
}

interface Entry<T> {
  readonly atMs: number
  readonly order: number
  readonly event: T
}

function before<T>(heap: readonly Entry<T>[], i: number, j: number): boolean {
  const a = heap[i] as Entry<T>
  const b = heap[j] as Entry<T>
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
}

/** Swaps a parent and its child when the child comes first. */
function swapped<T>(heap: Entry<T>[], parent: number, child: number): boolean {
  if (!before(heap, child, parent)) return false
  const kept = heap[parent] as Entry<T>
  heap[parent] = heap[child] as Entry<T>
  heap[child] = kept
  return true
}
