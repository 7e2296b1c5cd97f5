import { describe, expect, test } from 'vitest'
import { unmarkedNeighbour } from '../../../src-renderer/features/scoring/unmarkedNeighbour.ts'

const line = (candidatureId: string, state: 'to-mark' | 'draft' | 'filed') => ({
  candidatureId,
  number: 1,
  applicant: '',
  title: '',
  state,
})
const pile = [line('a', 'filed'), line('b', 'to-mark'), line('c', 'filed'), line('d', 'draft')]

describe('the next candidature to mark', () => {
  test('[UI2] skips filed sheets and goes round the pile', () => {
    expect(unmarkedNeighbour(pile, null, 'next')).toBe('b')
    expect(unmarkedNeighbour(pile, 'b', 'next')).toBe('d')
    expect(unmarkedNeighbour(pile, 'd', 'next')).toBe('b')
    expect(unmarkedNeighbour(pile, 'b', 'previous')).toBe('d')
    expect(unmarkedNeighbour(pile, null, 'previous')).toBe('d')
  })

  test('[UI2] answers none when everything else is filed', () => {
    expect(unmarkedNeighbour([line('a', 'filed'), line('b', 'draft')], 'b', 'next')).toBeNull()
    expect(unmarkedNeighbour([], null, 'next')).toBeNull()
  })
})
