import type { Member } from '../committee/committee.ts'

/** « Prénom Nom », without stray spaces when one of them is empty. */
export const memberName = (member: Pick<Member, 'firstName' | 'lastName'>): string =>
  `${member.firstName} ${member.lastName}`.trim()
