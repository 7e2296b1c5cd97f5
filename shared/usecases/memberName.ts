import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import type { Reader } from './ports.ts'

/** « Prénom Nom » of an evaluator; the committee as a whole for collegial marking. */
export function memberName(reader: Reader, evaluatorId: string): string {
  if (evaluatorId === collegialEvaluator) return 'Le comité'
  const member = reader.load('member', evaluatorId)?.state
  return member ? `${member.firstName} ${member.lastName}`.trim() : 'Membre inconnu'
}
