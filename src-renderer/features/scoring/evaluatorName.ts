import type { Member } from '#shared/domain/committee/committee.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { words } from './words.ts'

/** « Prénom Nom », or « Le comité »; empty while the members are not read yet. */
export function evaluatorName(members: readonly Member[] | undefined, evaluatorId: string): string {
  if (evaluatorId === collegialEvaluator) return words.collegial
  const member = members?.find(({ id }) => id === evaluatorId)
  return member === undefined ? '' : `${member.firstName} ${member.lastName}`.trim()
}
