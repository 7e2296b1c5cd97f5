import { lacks, type Needs } from '#shared/operations/authority/rows.ts'

/** The disks of a world lack nothing: every row is at hand. */
export function loaded<T extends object | number>(answer: T | Needs): T {
  if (typeof answer === 'object' && lacks(answer)) throw new Error('a row is missing, and all are here')
  return answer as T
}
