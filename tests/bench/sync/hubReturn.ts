import { join } from 'node:path'
import { nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { authorityStore } from '#server/authority/authorityStore.ts'
import { verifyAhead } from '#server/authority/verifyAhead.ts'
import { logAppender } from '#server/store/logAppender.ts'
import { openStore } from '#server/store/openStore.ts'
import { openAuthorityRows } from '#server/store/rows/authorityRows.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import type { AuthorityOutput, AuthorityStepAsk } from '#shared/operations/authority/outputs.ts'
import { receiving } from '#shared/operations/authority/receiveCommit.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { endingLease } from '#shared/operations/lease/endLease.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import {
  committeeWorld,
  mark,
  ports,
  sheetScope,
  type World,
  worldOver,
} from '#tests/operations/support/committee.ts'
import { rowsOf } from '#tests/operations/support/copies.ts'
import type { Lap } from '../measure/contest.ts'

/** A room of so many marks, made once: what its hub brings back, and the centre as it was when the lease was given or without it. */
export interface HeldRoom {
  readonly leased: readonly RowChange[]
  readonly free: readonly RowChange[]
  readonly commits: readonly SignedCommit[]
  readonly end: Parameters<typeof endingLease>[0]
}

export function heldRoom(operations: number): HeldRoom {
  const centre = committeeWorld()
  const free = rowsOf(centre.store)
  const granted = { session: 'ses-1', hub: 'd-secretary', successors: [], from: 0, to: 1 }
  const grant = { k: 'lease.grant@1', e: 'lease/l-1', d: granted }
  if (centre.verdict('secretary', 'control', grant) !== 'ok') throw new Error('no lease')
  const hub = worldOver(
    memoryRows(leaseSeed(centre.store, centre.store.row('lease', 'l-1') as Lease)),
    centre.devices,
  )
  const commits = Array.from({ length: operations }, (_, index) => roomMark(hub, index))
  for (const commit of commits) hub.receive(commit)
  const entries = [...hub.store.scan('entry')].map(([, { entry }]) => entry)
  return { leased: rowsOf(centre.store), free, commits, end: { lease: 'l-1', entries, commits } }
}

const roomMark = ({ devices }: World, index: number): SignedCommit => {
  const [person, member] = index % 2 === 0 ? (['anne', 'm-anne'] as const) : (['bruno', 'm-bruno'] as const)
  const candidature = (index % 3) + 1
  return devices[person].sign(sheetScope(candidature, member), [
    mark(candidature, member, 100 * (index % 21)),
  ])
}

/** The whole room in one transaction: received, verified, decided again in the order of the hub [SY20]. */
export const returned = (folder: string, room: HeldRoom): Promise<Lap> =>
  written(folder, room.leased, ({ verify }) => [[endingLease(room.end, 9, { ...ports, verify })]])

/** The same commits, as their authors would have pushed them without a room, 128 in a transaction. */
export const pushedStraight = (folder: string, room: HeldRoom): Promise<Lap> =>
  written(folder, room.free, ({ verify }) => {
    const steps = room.commits.map((commit) => receiving(commit, { via: null, now: 9 }, { ...ports, verify }))
    return Array.from({ length: Math.ceil(steps.length / 128) }, (_, at) =>
      steps.slice(at * 128, (at + 1) * 128),
    )
  })

async function written(
  folder: string,
  rows: readonly RowChange[],
  groupsOf: (verifier: ReturnType<typeof verifyAhead>) => readonly (readonly AuthorityStepAsk[])[],
): Promise<Lap> {
  const fail = (error: unknown): void => {
    throw error
  }
  const database = await openStore({ kind: 'sqlite', path: join(folder, 'centre.db'), key: null }, 1, fail)
  try {
    const place = { organisation: 'bench', log: 'centre' }
    await database.transact(async (writer) => {
      await writer.run(
        'INSERT INTO organisations (organisation, name, made_at) VALUES (?, ?, ?)',
        ...['bench', 'Banc', 1],
      )
      const store = openAuthorityRows(writer, place)
      store.absorb(rows)
      await store.flush()
    })
    const authority = nodeSigner(committeeWorld().devices.admin.privateKey)
    const store = authorityStore(place, {
      ...{ database, appender: logAppender(database), authority, clock: { nowMs: () => 9 } },
    })
    const groups = groupsOf(verifyAhead())
    const cpu = process.cpuUsage()
    const begun = performance.now()
    const said: AuthorityOutput[] = []
    for (const steps of groups) for (const outputs of await store.write(steps)) said.push(...outputs)
    const samplesMs = [performance.now() - begun]
    const { user, system } = process.cpuUsage(cpu)
    const accepted = said.filter((output) => output.kind === 'entry' && output.entry.verdict === 'ok').length
    return { samplesMs, cpuMs: (user + system) / 1000, found: accepted }
  } finally {
    await database.close()
  }
}
