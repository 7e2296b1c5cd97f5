import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chance } from '#tests/simulator/kernel/chance.ts'
import { audited, inspect } from './support/inspect.ts'
import { ledger } from './support/ledger.ts'
import { settled, town } from './support/town.ts'
import { workOnce } from './support/work.ts'

test('[PR4] a server restored from an older backup has again all that the laptops hold', {
  timeout: 600_000,
}, async () => {
  const committee = await town({ seed: 'restored', laptops: 7, candidatures: 4 })
  try {
    const written = ledger()
    const draws = chance('restored/work')
    const work = async (acts: number) => {
      for (let act = 0; act < acts; act++)
        await workOnce(committee, draws.pick(committee.seats), written, draws)
    }
    const quiet = async () => {
      for (const each of committee.seats) await each.get('sync.now', {})
      for (const each of committee.seats) await settled(each)
      await new Promise((next) => setTimeout(next, 1_000))
    }
    await work(30)
    await quiet()
    const backup = join(committee.folder, 'serveur.sauvegarde')
    await committee.command('backup', backup)
    await work(40)
    await quiet()
    // What is on the way when the disk of the server is lost.
    await work(10)
    await committee.server().kill()
    await work(10)
    for (const suffix of ['-wal', '-shm'])
      rmSync(join(committee.folder, 'serveur', `server.db${suffix}`), { force: true })
    expect(await committee.command('restore', backup)).toContain('Base restaurée.')
    await committee.startServer()
    await quiet()
    await work(10)
    await quiet()
    const faults = await inspect(committee, written)
    expect(faults).toEqual([])
    const audit = await audited(committee, committee.secretariat)
    expect([audit.code, audit.text]).toEqual([0, expect.stringContaining('Conforme')])
  } finally {
    await committee.close()
  }
})
