import { describe, expect, test } from 'vitest'
import { neighboursIn } from '../../../src-renderer/features/dossier/neighboursIn.ts'

const rows = (...ids: string[]) => ids.map((id) => ({ id }))

describe('[UI6] before and after, in the list one came from', () => {
  test('[UI6.1] in the middle, and at both ends', () => {
    expect([
      neighboursIn(rows('d', 'e', 'f'), 'e', 3, 4),
      neighboursIn(rows('a', 'b', 'c'), 'a', 0, 0),
      neighboursIn(rows('y', 'z'), 'z', 24, 25),
    ]).toEqual([
      { previous: { id: 'd', place: 3 }, next: { id: 'f', place: 5 } },
      { previous: null, next: { id: 'b', place: 1 } },
      { previous: { id: 'y', place: 24 }, next: null },
    ])
  })

  test('[UI6.2] once settled it has left the list: the row that took its place is next', () => {
    expect([
      neighboursIn(rows('d', 'f', 'g'), 'e', 3, 4),
      neighboursIn(rows('b', 'c'), 'a', 0, 0),
      neighboursIn(rows('y'), 'z', 24, 25),
    ]).toEqual([
      { previous: { id: 'd', place: 3 }, next: { id: 'f', place: 4 } },
      { previous: null, next: { id: 'b', place: 0 } },
      { previous: { id: 'y', place: 24 }, next: null },
    ])
  })
})
