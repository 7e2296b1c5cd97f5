import { expect, test } from 'vitest'
import { backToCentre } from '#main/sync/room/backToCentre.ts'
import { settleRoomsLeft } from '#main/sync/room/settleRoomsLeft.ts'
import type { Asks } from '#shared/operations/exchange/askShapes.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { follow } from '#shared/operations/replica/openReplica.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { createdFile, temporaryFolder } from '#tests/sqlite/committeeOnDisk.ts'
import { log, sharedWorld, withCommittee } from '#tests/sqlite/sharedWorld.ts'

const room = 'lease/seance'

/** A shared file that was in a room, up to the third entry of its hub. */
async function fileInRoom(path: string, epoch: number): Promise<ShareableFile> {
  const { file } = await createdFile(path)
  withCommittee(file)
  sharedWorld(file)
  const cursor = { log: room, epoch, g: 3, r: new Uint8Array(32) }
  expect(file.sharing.copy.write([...follow(room), { table: 'cursor', key: room, row: cursor }]).ok).toBe(
    true,
  )
  return file
}

const followed = ({ sharing: { copy } }: ShareableFile) => ({
  log: copy.row('followed', 'follow')?.log,
  anew: copy.row('anew', log),
})

test.for([
  ['came back whole, under its first hub', 0, false, null],
  ['was voided', 0, true, { g: 0 }],
  ['had a successor', 1, false, { g: 0 }],
] as const)('[HS14] [SY21] who leaves a room that %s', async ([, epoch, isVoided, anew]) => {
  using folder = temporaryFolder()
  const file = await fileInRoom(folder.file('a.delibere'), epoch)
  expect(backToCentre(file.sharing, room, log, isVoided)).toEqual({ ok: true, value: null })
  expect(followed(file)).toEqual({ log, anew })
  file.close()
})

test('[HS15] a room that was left and then voided is told of once, and the copy is taken anew', async () => {
  using folder = temporaryFolder()
  const file = await fileInRoom(folder.file('a.delibere'), 0)
  backToCentre(file.sharing, room, log, false)
  let standing: Lease['standing'] = 'open'
  const asked: string[] = []
  const lease = { id: 'seance', session: 's1', dossiers: [], hub: 'd1', successors: [], g: 1, from: 0, to: 1 }
  const line: Pick<DeviceExchange, 'ask' | 'relay'> = {
    relay: async () => true,
    ask: async <W extends keyof Asks>(what: W) => {
      asked.push(what)
      const leases = [{ ...lease, emergency: false, standing, endedG: null }]
      return { ok: true, value: { leases } as unknown as Asks[W]['answer'] }
    },
  }
  const contact = () => settleRoomsLeft(file.sharing, { log, line }, null)
  await contact()
  expect(followed(file)).toEqual({ log, anew: null })
  standing = 'voided'
  await contact()
  expect(followed(file)).toEqual({ log, anew: { g: 0 } })
  await contact()
  expect(asked).toEqual(['leases', 'leases'])
  file.close()
})
