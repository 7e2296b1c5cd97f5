import type { Draft } from '../authority/draft.ts'
import type { CommitRecord } from '../authority/records.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import type { Mandate } from '../rights/mandate.ts'
import { isClosedTo } from '../rights/mayRead.ts'
import { boundMembers } from '../rights/recusedFrom.ts'
import { dossiersTold, tellsAside } from '../scopes/dossiersTold.ts'

/**
 * [SY54] What a body names that its reader may not have although he reads its scope, because it tells of a dossier that is
 * closed to him: the aggregates that he is given as he may see them instead. Empty when he may have it.
 */
export function withheldBody(
  rows: Pick<Draft, 'row'>,
  mandates: readonly Mandate[],
  { scope, commit }: Pick<CommitRecord, 'scope' | 'commit'>,
): readonly string[] {
  // Who is nobody's member is recused from nothing.
  if (!tellsAside(scope) || boundMembers(mandates).length === 0) return []
  const body = decodeCommitBody(commit.body)
  const operations = body.ok ? body.value.ops : []
  const isWithheld = operations.some((operation) =>
    dossiersTold(operation, rows).some((dossier) => isClosedTo(mandates, dossier, rows)),
  )
  return isWithheld ? [...new Set(operations.map(({ e }) => e))] : []
}
