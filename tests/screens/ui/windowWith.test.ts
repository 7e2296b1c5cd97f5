import { describe, expect, test } from 'vitest'
import { windowWith } from '../../../src-renderer/ui/windowWith.ts'

const range = { startIndex: 10, endIndex: 12, overscan: 1, count: 100 }

describe('[UI2] the rows that a big grid draws', () => {
  test('[UI2.1] hold those in sight and the active one, in order', () => {
    expect([windowWith(range, 11), windowWith(range, 2), windowWith(range, 99)]).toEqual([
      [9, 10, 11, 12, 13],
      [2, 9, 10, 11, 12, 13],
      [9, 10, 11, 12, 13, 99],
    ])
  })

  test('[UI2.2] never hold a row that does not exist', () => {
    expect([windowWith(range, -1), windowWith(range, 100)]).toEqual([
      [9, 10, 11, 12, 13],
      [9, 10, 11, 12, 13],
    ])
  })
})
