import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import type { MeetingWorld } from './invariants.ts'

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

/** Whether a lease has not ended, by the row that the centre keeps of it. */
export const leaseIsOpen = (world: MeetingWorld): boolean =>
  (world.hosts.get('centre')?.disk.list('centre:lease|') ?? []).some(
    ([, row]) => (row as { readonly standing: string }).standing === 'open',
  )
