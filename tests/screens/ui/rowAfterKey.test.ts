import { describe, expect, test } from 'vitest'
import { rowAfterKey } from '../../../src-renderer/ui/rowAfterKey.ts'

describe('[UI1] the keys of a big grid', () => {
  test('[UI1.1] lead to a row that exists', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
    const from = (active: number) => keys.map((key) => rowAfterKey(key, active, 100, 20))
    expect({ none: from(-1), first: from(0), middle: from(50), last: from(99) }).toEqual({
      none: [0, 0, 19, 0, 0, 99],
      first: [1, 0, 20, 0, 0, 99],
      middle: [51, 49, 70, 30, 0, 99],
      last: [99, 98, 99, 79, 0, 99],
    })
  })

  test('[UI1.2] leave the other keys to the page', () => {
    expect(['Tab', 'a', 'ArrowLeft', 'Escape'].map((key) => rowAfterKey(key, 3, 100, 20))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
