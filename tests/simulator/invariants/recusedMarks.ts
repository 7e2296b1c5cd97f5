import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import { type Recusals, recusalsAfter } from '../oracles/recusals.ts'

/** [I10] While a member is recused, no mark of his is applied, whoever keys it, and he is no voter of that point. */
export function recusedMarkApplied(log: readonly LoggedCommit[]): string | null {
  let recusals: Recusals = new Set()
  for (const commit of log) {
    if (commit.verdict === 'ok')
      for (const { kind, aggregate, entity } of commit.operations ?? [])
        if (aggregate === 'sheet' && recusals.has(entity.slice('sheet/'.length)))
          return `entry ${commit.g} applied ${kind} of ${entity} under a recusal`
    recusals = recusalsAfter(recusals, commit)
  }
  return null
}
