import type { RefusedVerdict, RegulariseLine } from '#shared/contract/syncAnswers.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { fieldLabel } from '#shared/usecases/history/fieldLabels.ts'
import { valueInWords } from '#shared/usecases/history/valueInWords.ts'
import type { FileSharing, RefusedCommit } from '#shared/usecases/sharingPorts.ts'

/** « À régulariser », as a person reads it: what was refused, and field by field what differs [SY25]. */
export const regulariseLines = ({ toRegularise }: FileSharing): readonly RegulariseLine[] =>
  toRegularise().map((refused) => ({
    cid: refused.cid,
    label: refused.label,
    // A refused commit has none of the two other verdicts.
    verdict: refused.verdict as RefusedVerdict,
    code: refused.code,
    at: refused.at,
    entities: refused.entities,
    differences: refused.entities.flatMap((entity) => differencesOf(refused, entity)),
    mayTakeUp: mayBeSaidAgain.has(refused.verdict),
  }))

/** Fields that hold something else on both sides; none when one of them does not exist. */
function differencesOf({ mine, theirs }: RefusedCommit, entity: string): RegulariseLine['differences'] {
  const [one, other] = [fieldsOf(mine[entity]), fieldsOf(theirs[entity])]
  if (one === null || other === null) return []
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.flatMap((name) => {
    const [own, standing] = [one[name] ?? null, other[name] ?? null]
    if (canonicalJson(own) === canonicalJson(standing)) return []
    return [{ field: fieldLabel(name), mine: valueInWords(name, own), theirs: valueInWords(name, standing) }]
  })
}

const fieldsOf = (state: Json | null | undefined): Readonly<Record<string, Json>> | null =>
  typeof state === 'object' && state !== null && !Array.isArray(state)
    ? (state as Readonly<Record<string, Json>>)
    : null

/** What the passing of time or another hand may have made possible; the others would be refused again. */
const mayBeSaidAgain: ReadonlySet<string> = new Set([
  'conflict',
  'closed',
  'no-quorum',
  'invalid',
  'revoked',
  'forked',
])
