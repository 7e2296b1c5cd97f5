import { recusalId } from '#shared/domain/committee/committee.ts'
import type { Reader } from '../ports.ts'

export const isRecused = (reader: Reader, candidatureId: string, memberId: string): boolean =>
  reader.load('recusal', recusalId(candidatureId, memberId))?.state.status === 'effective'
