import { describe, expect, test } from 'vitest'
import type { Mandate } from '#shared/operations/rights/mandate.ts'
import { boundMembers } from '#shared/operations/rights/recusedFrom.ts'

const mandate = (memberId: string | null, ended: boolean): Mandate => ({
  ...{ id: `${memberId}-${ended}`, user: 'u', role: 'secretariat', memberId, dossiers: [], ended },
})

describe('[SY3] whose recusals bind a person', () => {
  test.each<[string, readonly Mandate[], readonly string[]]>([
    ['nobody’s member', [mandate(null, false)], []],
    ['two mandates in force', [mandate('m1', false), mandate('m2', false)], ['m1', 'm2']],
    ['a mandate that ended', [mandate('m1', true)], ['m1']],
    ['one that ended, then one that names nobody', [mandate('m1', true), mandate(null, false)], ['m1']],
    ['one in the name of the wrong member, put right', [mandate('m1', true), mandate('m2', false)], ['m2']],
    ['put right, then ended too', [mandate('m1', true), mandate('m2', true), mandate(null, false)], ['m2']],
  ])('%s', (_, given, bound) => expect(boundMembers(given)).toEqual(bound))
})
