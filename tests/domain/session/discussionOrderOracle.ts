import type { DiscussionAgenda, OrderItem } from '#shared/domain/session/discussionOrder.ts'

/** The rules [SE20] and [SE21] read word by word, and every order tried: slow, and written apart from the real one. */

const minute = (hour: string): number => Number(hour.split(':')[0]) * 60 + Number(hour.split(':')[1])
const lasting = (items: readonly OrderItem[]): number =>
  items.reduce((sum, item) => sum + item.plannedMinutes, 0)

export function parts(agenda: DiscussionAgenda) {
  return {
    fixed: agenda.items.filter((item) => agenda.fixedIds.includes(item.id)),
    movable: agenda.items.filter((item) => !agenda.fixedIds.includes(item.id)),
  }
}

export function exitsOf(agenda: DiscussionAgenda, order: readonly OrderItem[]): number {
  let out: readonly string[] = parts(agenda).fixed.at(-1)?.recusedIds ?? []
  let exits = 0
  for (const { recusedIds } of order) {
    exits += recusedIds.filter((id) => !out.includes(id)).length
    out = recusedIds
  }
  return exits
}

export function respects(agenda: DiscussionAgenda, order: readonly OrderItem[]): boolean {
  return order.every((item, place) => mayCome(agenda, order.slice(0, place), order.slice(place), item))
}

function mayCome(
  agenda: DiscussionAgenda,
  said: readonly OrderItem[],
  rest: readonly OrderItem[],
  item: OrderItem,
): boolean {
  const { fixed, movable } = parts(agenda)
  const now = minute(agenda.startsAt) + lasting(fixed) + lasting(said)
  const theme = [...fixed, ...said].at(-1)?.theme ?? ''
  const opened = rest.filter((other) => theme !== '' && other.theme === theme)
  const guests = (items: readonly OrderItem[]) =>
    items
      .filter((one) => one.slot !== null)
      .sort(
        (a, b) =>
          minute(a.slot?.at ?? '') - minute(b.slot?.at ?? '') || movable.indexOf(a) - movable.indexOf(b),
      )
  const due = (guest: OrderItem) => minute(guest.slot?.at ?? '') <= now
  /** What may begin or go on within one theme. */
  const within = (items: readonly OrderItem[]): readonly OrderItem[] => {
    const [next] = guests(items)
    if (next && due(next)) return [next]
    const ordinary = items.filter((one) => one.slot === null)
    return ordinary.length === 0 && next ? [next] : ordinary
  }
  if (opened.length > 0) return within(opened).includes(item)
  const [guest] = guests(rest)
  if (!guest) return true
  const same = (a: OrderItem, b: OrderItem) => a === b || (a.theme !== '' && a.theme === b.theme)
  const company = rest.filter((one) => same(one, guest))
  const free = rest.filter((one) => !guests(rest).some((other) => same(one, other)))
  if (due(guest)) return within(company).includes(item)
  const lastsLongEnough = guests(company).every(
    (one, index) =>
      now +
        lasting(company.filter((other) => other.slot === null)) +
        lasting(guests(company).slice(0, index)) >=
      minute(one.slot?.at ?? ''),
  )
  if (free.length === 0) return within(company).includes(item)
  return free.includes(item) || (lastsLongEnough && within(company).includes(item))
}

/** The order with the fewest exits, then the fewest pairs turned round, then the earliest present places. */
export function bestByTrial(agenda: DiscussionAgenda): readonly OrderItem[] {
  const { movable } = parts(agenda)
  const places = (order: readonly OrderItem[]) => order.map((item) => movable.indexOf(item))
  const turned = (order: readonly OrderItem[]) =>
    places(order).flatMap((a, index) => places(order).filter((b, later) => later > index && b < a)).length
  let best: { readonly order: readonly OrderItem[]; readonly key: readonly number[] } | null = null
  for (const order of permutations(movable)) {
    if (!respects(agenda, order)) continue
    const key = [exitsOf(agenda, order), turned(order), ...places(order)]
    if (best === null || comesBefore(key, best.key)) best = { order, key }
  }
  if (best === null) throw new Error('no order respects the places')
  return best.order
}

function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield []
  for (const [index, item] of items.entries()) {
    for (const others of permutations(items.toSpliced(index, 1))) yield [item, ...others]
  }
}

function comesBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, place) => value !== b[place])
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0)
}
