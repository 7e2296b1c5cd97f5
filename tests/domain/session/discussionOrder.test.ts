import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaPuzzle } from '#shared/domain/session/discussion-order/agendaPuzzle.ts'
import { leastExits } from '#shared/domain/session/discussion-order/leastExits.ts'
import { orderUnder } from '#shared/domain/session/discussion-order/orderUnder.ts'
import {
  type DiscussionAgenda,
  discussionOrder,
  type OrderItem,
} from '#shared/domain/session/discussionOrder.ts'
import { memberId } from '../builders.ts'
import { bestByTrial, exitsOf, parts, respects } from './discussionOrderOracle.ts'

const item = (id: string, recused = '', set: Partial<OrderItem> = {}): OrderItem => ({
  id,
  theme: '',
  recusedIds: recused.split(' ').filter((name) => name !== ''),
  slot: null,
  plannedMinutes: 10,
  ...set,
})

const agendaOf = (items: readonly OrderItem[], set: Partial<DiscussionAgenda> = {}): DiscussionAgenda => ({
  items,
  startsAt: '18:00',
  fixedIds: [],
  ...set,
})

const itemsInOrder = (agenda: DiscussionAgenda, ids: readonly string[]): readonly OrderItem[] =>
  ids.flatMap((id) => agenda.items.find((one) => one.id === id) ?? [])

const proposedItems = (agenda: DiscussionAgenda): readonly OrderItem[] =>
  itemsInOrder(agenda, discussionOrder(agenda).itemIds).filter((one) => !agenda.fixedIds.includes(one.id))

test('[SE20] a council of twelve: nine exits become five, one for each member concerned', () => {
  const council = agendaOf([
    item('Harmonie', 'Aubry Besson'),
    item('Écoles'),
    item('Football', 'Collet'),
    item('Comité des fêtes', 'Aubry'),
    item('Bibliothèque'),
    item('Judo', 'Collet Diaz'),
    item('Chorale', 'Besson'),
    item('Pétanque', 'Diaz'),
    item('Aide alimentaire', 'Evrard'),
  ])
  expect(discussionOrder(council)).toEqual({
    itemIds: [
      'Écoles',
      'Comité des fêtes',
      'Harmonie',
      'Chorale',
      'Bibliothèque',
      'Football',
      'Judo',
      'Pétanque',
      'Aide alimentaire',
    ],
    exitsNow: 9,
    exitsProposed: 5,
    exact: true,
  })
})

test('[SE20] an order that cannot be bettered is left as it is', () => {
  const settled = agendaOf([item('a', 'm01'), item('b'), item('c', 'm02'), item('d'), item('e')])
  expect(discussionOrder(settled)).toEqual({
    itemIds: ['a', 'b', 'c', 'd', 'e'],
    exitsNow: 2,
    exitsProposed: 2,
    exact: true,
  })
  expect(discussionOrder(agendaOf([]))).toEqual({ itemIds: [], exitsNow: 0, exitsProposed: 0, exact: true })
})

test('[SE20] what is decided stays first, and who is out for the item under way need not leave again', () => {
  const running = agendaOf(
    [item('a'), item('done', 'm01'), item('b', 'm02'), item('now', 'm03'), item('c', 'm03')],
    {
      fixedIds: ['now', 'done'],
    },
  )
  expect(discussionOrder(running)).toEqual({
    itemIds: ['done', 'now', 'c', 'a', 'b'],
    exitsNow: 2,
    exitsProposed: 1,
    exact: true,
  })
})

test('[SE21] a theme stays whole, that of the item under way is finished first', () => {
  const themed = agendaOf(
    [
      item('now', '', { theme: 'sport' }),
      item('a', 'm01'),
      item('b', 'm02', { theme: 'culture' }),
      item('c', '', { theme: 'culture' }),
      item('d', 'm01', { theme: 'culture' }),
      item('e', '', { theme: 'sport' }),
    ],
    { fixedIds: ['now'] },
  )
  expect(discussionOrder(themed)).toEqual({
    itemIds: ['now', 'e', 'a', 'd', 'b', 'c'],
    exitsNow: 3,
    exitsProposed: 2,
    exact: true,
  })
})

test('[SE21] a guest comes at the first place at or after the hour, guests by hour, and early only at the end', () => {
  const guest = (id: string, at: string) => item(id, '', { slot: { at } })
  const order = (...items: readonly OrderItem[]) => discussionOrder(agendaOf(items)).itemIds
  expect(order(guest('g', '18:15'), item('a'), item('b'), item('c'))).toEqual(['a', 'b', 'g', 'c'])
  expect(order(item('a'), item('b'), guest('late', '18:11'), guest('soon', '18:10'))).toEqual([
    'a',
    'soon',
    'late',
    'b',
  ])
  expect(order(guest('g', '21:00'), item('a'), item('b'))).toEqual(['a', 'b', 'g'])
})

test('[SE21] a theme with a guest is opened so that its own items lead to the hour', () => {
  const inTheme = { theme: 'culture' }
  const agenda = agendaOf([
    item('c1', '', inTheme),
    item('guest', '', { ...inTheme, slot: { at: '18:30' } }),
    item('c2', '', inTheme),
    item('x'),
    item('y'),
  ])
  // Opened at 18:00 the theme would be over at 18:20: one item goes before it.
  expect(discussionOrder(agenda).itemIds).toEqual(['x', 'c1', 'c2', 'guest', 'y'])
})

const anyAgenda = (least: number, most: number): fc.Arbitrary<DiscussionAgenda> =>
  fc
    .record({
      items: fc.array(
        fc.record({
          theme: fc.constantFrom('', '', 'sport', 'culture'),
          recused: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
          quarter: fc.option(fc.nat({ max: 6 }), { freq: 4 }),
          minutes: fc.constantFrom(5, 10, 20),
        }),
        { minLength: least, maxLength: most },
      ),
      fixed: fc.nat({ max: 2 }),
    })
    .map(({ items, fixed }) =>
      agendaOf(
        items.map(({ theme, recused, quarter, minutes }, index) => ({
          id: `i${index + 1}`,
          theme,
          recusedIds: recused.map(memberId),
          slot:
            quarter === null
              ? null
              : { at: `${18 + Math.floor(quarter / 4)}:${['00', '15', '30', '45'][quarter % 4]}` },
          plannedMinutes: minutes,
        })),
        { fixedIds: items.slice(0, fixed).map((_, index) => `i${index * 2 + 1}`) },
      ),
    )

test('[SE20] [SE21] a small session gets the very order that trying them all gives', () => {
  fc.assert(
    fc.property(anyAgenda(0, 7), (agenda) => {
      const best = bestByTrial(agenda)
      const { fixed, movable } = parts(agenda)
      expect(discussionOrder(agenda)).toEqual({
        itemIds: [...fixed, ...best].map(({ id }) => id),
        exitsNow: exitsOf(agenda, movable),
        exitsProposed: exitsOf(agenda, best),
        exact: true,
      })
    }),
    { numRuns: 60 },
  )
})

test('[SE20] [SE21] any session: the same items, themes whole, guests in their places, never worse, always the same', () => {
  fc.assert(
    fc.property(anyAgenda(8, 40), (agenda) => {
      const found = discussionOrder(agenda)
      const { fixed, movable } = parts(agenda)
      expect(found.itemIds.toSorted()).toEqual(agenda.items.map(({ id }) => id).toSorted())
      expect(found.itemIds.slice(0, fixed.length)).toEqual(fixed.map(({ id }) => id))
      const proposed = proposedItems(agenda)
      expect(respects(agenda, proposed)).toBe(true)
      expect(found.exitsProposed).toBe(exitsOf(agenda, proposed))
      if (respects(agenda, movable)) expect(found.exitsProposed).toBeLessThanOrEqual(found.exitsNow)
      expect(discussionOrder(agenda)).toEqual(found)
      // Proposing again from the proposed order finds no fewer exits when the first was proved.
      const again = discussionOrder({ ...agenda, items: [...fixed, ...proposed] })
      expect(again.exitsProposed).toBeLessThanOrEqual(found.exitsProposed)
      if (found.exact) expect(again.exitsProposed).toBe(found.exitsProposed)
    }),
    { numRuns: 60 },
  )
})

test('[SE20] the proofs: no bound above the true least, nothing found under it, and it is found from above', () => {
  fc.assert(
    fc.property(anyAgenda(1, 7), (drawn) => {
      const agenda = { ...drawn, items: drawn.items.map((one) => ({ ...one, slot: null })) }
      const { fixed, movable } = parts(agenda)
      const puzzle = agendaPuzzle(fixed, movable, agenda.startsAt)
      const least = exitsOf(agenda, bestByTrial(agenda))
      expect(leastExits(puzzle)).toBeLessThanOrEqual(least)
      expect(orderUnder(puzzle, least)).toBe('none')
      const found = orderUnder(puzzle, least + 1)
      if (typeof found === 'string') throw new Error(`${found}: an order of ${least} exits was missed`)
      const order = found.flatMap((index) => movable[index] ?? [])
      expect([order.length, exitsOf(agenda, order), respects(agenda, order)]).toEqual([
        movable.length,
        least,
        true,
      ])
    }),
    { numRuns: 60 },
  )
})

/** A session of any size that looks like a real one; the same at every run. */
function largeAgenda(count: number, members: number, themes: number): DiscussionAgenda {
  let seed = 20_260_312
  const draw = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  return agendaOf(
    Array.from({ length: count }, (_, index) =>
      item(`i${index + 1}`, '', {
        theme: themes > 0 ? `t${draw(themes)}` : '',
        recusedIds:
          draw(10) < 4
            ? [...new Set(Array.from({ length: 1 + draw(2) }, () => memberId(1 + draw(members))))]
            : [],
        plannedMinutes: 5,
      }),
    ),
  )
}

test('[SE20] two hundred items: a quarter of the exits, the bound kept apart', () => {
  const agenda = largeAgenda(200, 12, 0)
  const found = discussionOrder(agenda)
  // Each of the twelve leaves at least once, and each is recused with nearly all the others in turn.
  expect(new Set(agenda.items.flatMap(({ recusedIds }) => recusedIds)).size).toBe(12)
  expect([found.exitsNow, found.exact]).toEqual([111, false])
  expect(found.exitsProposed).toBeLessThanOrEqual(28)
})

test('[SE20] two hundred items in ten themes: themes whole, six exits out of ten', () => {
  const agenda = largeAgenda(200, 12, 10)
  const found = discussionOrder(agenda)
  expect(respects(agenda, proposedItems(agenda))).toBe(true)
  expect([exitsOf(agenda, agenda.items), found.exitsNow, found.exact]).toEqual([111, 111, false])
  expect(found.exitsProposed).toBeLessThanOrEqual(67)
})

test('[SE20] two hundred items whose recusals can be chained: the least is reached and known to be', () => {
  // Thirty-five members, each recused on a few items that one order brings together, dealt out of it.
  const stretches = Array.from({ length: 200 }, (_, place) =>
    place % 3 === 0 ? `${memberId(Math.floor(place / 6))} ${memberId(Math.floor(place / 6) + 1)}` : '',
  )
  const dealt = Array.from({ length: 200 }, (_, place) => (place * 77) % 200)
  const agenda = agendaOf(dealt.map((place) => item(`i${place}`, stretches[place])))
  expect(discussionOrder(agenda)).toMatchObject({ exitsProposed: 35, exact: true })
})
