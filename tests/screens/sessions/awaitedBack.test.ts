import { describe, expect, test } from 'vitest'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { ItemOutcome, Movement } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { awaitedBack } from '../../../src-renderer/features/sessions/steps/awaitedBack.ts'

const items = [
  { itemId: 'first', recusedIds: ['a'] },
  { itemId: 'second', recusedIds: [] as string[] },
] as unknown as readonly SessionItemView[]

function room(movements: readonly Movement[], isDecided: boolean): SessionView {
  return {
    items,
    members: [{ id: 'a' } as Member],
    session: {
      agenda: [
        { id: 'first', outcome: isDecided ? ({} as ItemOutcome) : null },
        { id: 'second', outcome: null },
      ],
      attendance: { a: { status: 'present', inRoom: movements.at(-1)?.kind === 'arrives', movements } },
    },
  } as unknown as SessionView
}
const waitedAt = (view: SessionView, place: number) => {
  const item = items[place]
  return item === undefined ? [] : awaitedBack(view, item).map(({ id }) => id)
}
const left: Movement = { kind: 'leaves', at: '18:10', itemId: 'first' }

describe('who is called back in', () => {
  test('[UI11] a member recused on the point that was just decided', () => {
    expect(waitedAt(room([left], true), 1)).toEqual(['a'])
  })

  test('[UI11] nobody while that point is open, once back, or when gone for another reason', () => {
    expect(waitedAt(room([left], false), 1)).toEqual([])
    expect(waitedAt(room([left], true), 0)).toEqual([])
    expect(waitedAt(room([left, { kind: 'arrives', at: '18:20', itemId: 'second' }], true), 1)).toEqual([])
    expect(waitedAt(room([{ ...left, itemId: null }], true), 1)).toEqual([])
  })
})
