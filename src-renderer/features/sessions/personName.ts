import type { Member } from '#shared/domain/committee/committee.ts'

export const personName = (member: Pick<Member, 'firstName' | 'lastName'>): string =>
  `${member.firstName} ${member.lastName}`.trim()

export function nameOf(members: readonly Member[], memberId: string): string {
  const member = members.find(({ id }) => id === memberId)
  return member === undefined ? '' : personName(member)
}
