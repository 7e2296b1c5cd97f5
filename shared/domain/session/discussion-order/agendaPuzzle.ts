import type { OrderItem } from '../discussionOrder.ts'

/** The items to place, by their index in the present order, with everything the searches ask again and again. */
export interface AgendaPuzzle {
  readonly count: number
  /** Members recused on each item. */
  readonly recused: readonly ReadonlySet<string>[]
  /** How many they are. */
  readonly sizes: readonly number[]
  /** What makes two items twins: same theme, same recused members. */
  readonly twinKeys: readonly string[]
  /** Block of each item: one per theme, one per item without theme. */
  readonly blocks: readonly number[]
  readonly blockCount: number
  /** Whether each item has a theme. */
  readonly themed: readonly boolean[]
  /** Block that the last fixed item left open, or null. */
  readonly openBlock: number | null
  readonly minutes: readonly number[]
  /** Minute of the day at which a guest is awaited, or null. */
  readonly hours: readonly (number | null)[]
  /** Items with a guest by hour, then by present order. */
  readonly guests: readonly number[]
  /** Minute of the day at which the first item begins. */
  readonly beginsAt: number
  /** Members recused on both items; `before` stands for the last fixed item. */
  readonly shared: (a: number, b: number) => number
  /** Distinct members who have to leave at least once. */
  readonly leavingCount: number
}

/** Index that stands for what comes before the first item: the last fixed one, or an empty room to leave. */
export const before = -1

export function agendaPuzzle(
  fixed: readonly OrderItem[],
  movable: readonly OrderItem[],
  startsAt: string,
): AgendaPuzzle {
  const last = fixed.at(-1)
  const recused = movable.map((item) => new Set(item.recusedIds))
  const out = new Set(last?.recusedIds ?? [])
  const blockOfTheme = new Map<string, number>()
  let blockCount = 0
  const blocks = movable.map(({ theme }) => {
    const known = theme === '' ? undefined : blockOfTheme.get(theme)
    if (known !== undefined) return known
    const fresh = blockCount++
    if (theme !== '') blockOfTheme.set(theme, fresh)
    return fresh
  })
  const hours = movable.map((item) => (item.slot === null ? null : minuteOfDay(item.slot.at)))
  const width = movable.length + 1
  const rows = [...recused, out]
  const shared = Uint16Array.from({ length: width * width }, (_, cell) =>
    inCommon(rows[Math.floor(cell / width)], rows[cell % width]),
  )
  const row = (index: number): number => (index === before ? movable.length : index)
  return {
    count: movable.length,
    recused,
    sizes: recused.map((members) => members.size),
    twinKeys: movable.map((item, index) => JSON.stringify([item.theme, [...(recused[index] ?? [])].sort()])),
    blocks,
    blockCount,
    themed: movable.map((item) => item.theme !== ''),
    openBlock: (last && blockOfTheme.get(last.theme)) ?? null,
    minutes: movable.map((item) => item.plannedMinutes),
    hours,
    guests: hours
      .flatMap((hour, index) => (hour === null ? [] : { hour, index }))
      .sort((a, b) => a.hour - b.hour || a.index - b.index)
      .map(({ index }) => index),
    beginsAt: minuteOfDay(startsAt) + fixed.reduce((sum, item) => sum + item.plannedMinutes, 0),
    shared: (a, b) => shared[row(a) * width + row(b)] ?? 0,
    leavingCount: new Set(movable.flatMap((item) => item.recusedIds.filter((id) => !out.has(id)))).size,
  }
}

/** Members who leave: those recused on an item and not on the one before it. */
export const exitsOf = (puzzle: AgendaPuzzle, order: readonly number[]): number =>
  order.reduce(
    (sum, item, place) => sum + (puzzle.sizes[item] ?? 0) - puzzle.shared(order[place - 1] ?? before, item),
    0,
  )

/** Pairs that do not stand as they do in the present order. */
export function pairsTurned(order: readonly number[]): number {
  let turned = 0
  order.forEach((item, place) => {
    for (let later = place + 1; later < order.length; later += 1) if ((order[later] ?? 0) < item) turned += 1
  })
  return turned
}

const minuteOfDay = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5))

function inCommon(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  let common = 0
  for (const id of a ?? []) if (b?.has(id)) common += 1
  return common
}
