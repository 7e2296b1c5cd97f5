import { describe, expect, test } from 'vitest'
import type { QuorumCount } from '#shared/domain/session/session.ts'
import { quorumArithmetic } from '../../../src-renderer/features/sessions/room/quorumArithmetic.ts'

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const quorum = (changes: Partial<QuorumCount>): QuorumCount => ({
  inOffice: 5,
  present: 4,
  represented: 0,
  counted: 4,
  base: 5,
  required: 3,
  reached: true,
  applies: true,
  ...changes,
})

describe('the quorum as an addition', () => {
  test('[UI9] a proxy and a recusal that make up for each other are both said', () => {
    expect(plain(quorumArithmetic(quorum({ represented: 1 }), 'commission_consultative_etat'))).toBe(
      '4 présents − 1 déporté + 1 représenté = 4 sur 5 en exercice ; il en faut 3.',
    )
  })

  test('[UI9] a council leaves proxies out', () => {
    expect(plain(quorumArithmetic(quorum({ represented: 1 }), 'organe_deliberant'))).toBe(
      '4 présents sur 5 en exercice ; il en faut 3. 1 pouvoir, hors du compte.',
    )
  })

  test('[UI9] a recusal that also leaves the members in office shows in the base', () => {
    expect(plain(quorumArithmetic(quorum({ counted: 3, base: 4 }), 'organe_deliberant'))).toBe(
      '4 présents − 1 déporté = 3 sur 4 (5 en exercice moins les déportés) ; il en faut 3.',
    )
  })
})
