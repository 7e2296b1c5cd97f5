import type { SignedCommit } from '#shared/operations/commit.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { SharedRows } from '#shared/usecases/sharingPorts.ts'

/** [SY35] What came to the hub and is not its to order goes to the centre, in the order in which it came; twice is harmless. */
export async function relayCarried(
  rows: SharedRows,
  centre: Pick<DeviceExchange, 'relay'>,
): Promise<boolean> {
  const count = rows.row('carriedCount', 'carried')?.count ?? 0
  const commits: SignedCommit[] = []
  for (let n = 1; n <= count; n++) {
    const cid = rows.row('carried', String(n))?.cid
    const record = cid === undefined ? null : rows.row('commit', cid)
    if (record !== null && !record.erased) commits.push(record.commit)
  }
  return commits.length === 0 || centre.relay(commits)
}
