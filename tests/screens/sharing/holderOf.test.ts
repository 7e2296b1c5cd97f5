import { expect, test } from 'vitest'
import { holderOf } from '../../../src-renderer/sharing/holderOf.ts'

const everything = { memberId: null, writesDossiers: true, keepsCommittee: true }
const as = (
  role: 'secretariat' | 'chair' | 'member' | 'instructor' | 'administrator',
  memberId: string | null,
) => holderOf(null, { name: 'Anne Le Goff', role, memberId })

test('[UI42] everything is offered on a file that is alone, and to the secretariat, member or not', () => {
  expect(holderOf(null, null)).toEqual({ role: null, ...everything })
  expect(as('secretariat', 'anne')).toEqual({ role: 'secretariat', ...everything })
})

test('[UI42] a member has his own sheets, on his laptop as on one that was lent to him', () => {
  const member = { role: 'member', memberId: 'anne', writesDossiers: false, keepsCommittee: false }
  expect(holderOf({ memberId: 'anne' }, null)).toEqual(member)
  expect(holderOf({ memberId: 'anne' }, { name: 'Anne Le Goff', role: 'member', memberId: 'anne' })).toEqual(
    member,
  )
})

test('[UI42] a chair marks for himself and keeps neither dossiers nor committee; an instructor keeps the dossiers', () => {
  expect(as('chair', 'anne')).toEqual({
    ...{ role: 'chair', memberId: 'anne' },
    ...{ writesDossiers: false, keepsCommittee: false },
  })
  expect(as('instructor', null)).toEqual({
    ...{ role: 'instructor', memberId: null },
    ...{ writesDossiers: true, keepsCommittee: false },
  })
})
