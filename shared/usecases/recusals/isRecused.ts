import { isInForce, recusalId } from '#shared/domain/committee/committee.ts'
import type { Reader } from '../ports.ts'

export function isRecused(reader: Reader, candidatureId: string, memberId: string): boolean {
  const recusal = reader.load('recusal', recusalId(candidatureId, memberId))?.state
  return recusal !== undefined && isInForce(recusal)
}
