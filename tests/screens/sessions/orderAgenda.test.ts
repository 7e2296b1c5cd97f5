import { describe, expect, test } from 'vitest'
import type { AgendaItem, ItemOutcome } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { nothingSaid } from '#shared/domain/session/setAgenda.ts'
import { entry } from '#tests/domain/session/sessionBuilders.ts'
import { agendaInOrder, dropItem, moveItem } from '../../../src-renderer/features/sessions/orderAgenda.ts'

const item = (id: string, isDecided = false): AgendaItem => ({
  ...nothingSaid,
  ...entry(id, id),
  outcome: isDecided ? ({} as ItemOutcome) : null,
})
const shown = (itemId: string, number: number | null, rank: number | null) =>
  ({ itemId, number, rank }) as SessionItemView
const ids = (agenda: readonly AgendaItem[]) => agenda.map(({ id }) => id)

describe('the order of the agenda', () => {
  const agenda = [item('a'), item('b', true), item('c'), item('free')]
  const items = [shown('a', 2, 5), shown('b', 9, 9), shown('c', 7, 1), shown('free', null, null)]

  test('[UI7] decided items stay first, free points come last', () => {
    expect(ids(agendaInOrder(agenda, items, 'rank'))).toEqual(['b', 'c', 'a', 'free'])
    expect(ids(agendaInOrder(agenda, items, 'number'))).toEqual(['b', 'a', 'c', 'free'])
  })

  test('[UI7] an item moves one place and stops at the ends', () => {
    expect(ids(moveItem(agenda, 'c', -1))).toEqual(['a', 'c', 'b', 'free'])
    expect(ids(moveItem(agenda, 'a', -1))).toEqual(['a', 'b', 'c', 'free'])
    expect(ids(moveItem(agenda, 'free', 1))).toEqual(['a', 'b', 'c', 'free'])
  })

  test('[UI7] an item dropped beside another stands there; dropped nowhere it stays', () => {
    expect(ids(dropItem(agenda, 'free', 'a', 'before'))).toEqual(['free', 'a', 'b', 'c'])
    expect(ids(dropItem(agenda, 'a', 'c', 'after'))).toEqual(['b', 'c', 'a', 'free'])
    expect(ids(dropItem(agenda, 'a', 'b', 'before'))).toEqual(['a', 'b', 'c', 'free'])
    expect(ids(dropItem(agenda, 'a', 'gone', 'after'))).toEqual(['a', 'b', 'c', 'free'])
  })
})
