import { expect, test } from 'vitest'
import { formatSize } from '../../../src-renderer/features/sync/key/formatSize.ts'
import { words } from '../../../src-renderer/features/sync/key/words.ts'

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

test('[UI33] what a key weighs is said as people say it', () => {
  expect([12, 340_400, 999_999, 1_000_000, 12_440_000].map((bytes) => plain(formatSize(bytes)))).toEqual([
    '1 Ko',
    '340 Ko',
    '1,0 Mo',
    '1,0 Mo',
    '12,4 Mo',
  ])
})

test('[UI33] what an import took is told, nothing included', () => {
  expect(plain(words.taken(0))).toBe('Rien de nouveau dans cet envoi.')
  expect(plain(words.taken(1))).toBe('1 changement repris.')
  expect(plain(words.taken(1_200))).toBe('1 200 changements repris.')
  expect(plain(words.known(2))).toBe('2 étaient déjà là.')
})
