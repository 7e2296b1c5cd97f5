import type { LoggedCommit } from './loggedCommit.ts'

/** Recusals in force, by `candidature/member`: from their receipt until they are set aside. */
export type Recusals = ReadonlySet<string>

export function recusalsAfter(recusals: Recusals, commit: LoggedCommit): Recusals {
  if (commit.verdict !== 'ok') return recusals
  const after = new Set(recusals)
  for (const { aggregate, entity, kind, data } of commit.operations ?? []) {
    if (aggregate !== 'recusal') continue
    const pair = entity.slice('recusal/'.length)
    if (kind === 'recusal.lift@1' || (kind === 'recusal.assess@1' && data.status === 'set-aside'))
      after.delete(pair)
    else after.add(pair)
  }
  return after
}
