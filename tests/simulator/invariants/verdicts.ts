import type { LoggedCommit } from '../oracles/loggedCommit.ts'

/** [I5] Every commit has exactly one verdict for ever; `deferred` alone is followed by another, and is at rest. */
export function verdictsBroken(log: readonly LoggedCommit[], leaseOpen: boolean): string | null {
  const last = new Map<string, LoggedCommit>()
  for (const commit of log) {
    const before = last.get(commit.cid)
    if (before !== undefined && before.verdict !== 'deferred')
      return `${commit.cid} was ${before.verdict} at ${before.g} and is ${commit.verdict} at ${commit.g}`
    last.set(commit.cid, commit)
  }
  const waiting = [...last.values()].find(({ verdict }) => verdict === 'deferred')
  return waiting === undefined || leaseOpen
    ? null
    : `entry ${waiting.g} of ${waiting.device} is still deferred, and no lease is open`
}

/** Whether a lease was given and not ended, as far as the log of the centre tells. */
export function leaseIsOpen(log: readonly LoggedCommit[]): boolean {
  return log.some(
    ({ verdict, operations }) =>
      verdict === 'ok' && operations?.some(({ kind }) => kind === 'lease.grant@1' || kind === 'lease.open@1'),
  )
}
