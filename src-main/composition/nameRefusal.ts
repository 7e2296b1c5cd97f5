import type { Refusal, Result } from '#shared/kernel/result.ts'
import { memberName } from '#shared/usecases/memberName.ts'
import type { Reader } from '#shared/usecases/ports.ts'

/** The domain refuses with identifiers; a person reads names. Adds `member`, `giver`, `holder`, `members` beside them. */
export function nameRefusal<T>(answer: Result<T>, reader: Reader | null): Result<T> {
  if (answer.ok || reader === null) return answer
  const { details } = answer.refusal
  const named: Record<string, Refusal['details'][string]> = {}
  for (const [key, id] of Object.entries(details)) {
    const name = nameOf[key]
    if (name === undefined) continue
    named[name] = Array.isArray(id)
      ? id.map((each: string) => memberName(reader, each))
      : memberName(reader, String(id))
  }
  return { ok: false, refusal: { ...answer.refusal, details: { ...details, ...named } } }
}

const nameOf: Readonly<Record<string, string>> = {
  memberId: 'member',
  giverId: 'giver',
  holderId: 'holder',
  memberIds: 'members',
}
