import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mark, sheetScope } from '#tests/operations/support/committee.ts'
import { statesOf } from '#tests/operations/support/replica.ts'
import { foundedCommittee, joinedMember } from '../support/foundedCommittee.ts'
import type { Laptop } from '../support/laptop.ts'
import { type RunningServer, runningServer, stopServer } from '../support/runningServer.ts'
import { serverProcess } from '../support/serverProcess.ts'
import { overPostgres } from '../support/stores.ts'

// Real processes, several a test: slow on a machine that does other things too.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

overPostgres((kind) => {
  let folder: string
  let running: RunningServer[]
  let laptops: Laptop[]
  let url: string

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-two-'))
    running = []
    laptops = []
    const settings = await kind.newSettings()
    url = settings.kind === 'postgres' ? settings.url : ''
  })
  afterEach(async () => {
    for (const one of laptops) one.exchange.close()
    for (const one of running) await stopServer(one, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  /** Two processes on one database, a committee, Anne at the first and the secretary at the second. */
  const begun = async () => {
    const key = join(folder, 'authority.pem')
    await serverProcess(['make-key', key], {}).ended()
    const env = {
      DATABASE_URL: url,
      DELIBERE_SERVER_AUTHORITY_KEY_FILE: key,
      DELIBERE_SERVER_DATA: join(folder, 'data'),
    }
    for (let n = 0; n < 2; n++) running.push(await runningServer(env))
    const [one, two] = running as [RunningServer, RunningServer]
    const secretary = await foundedCommittee(one.place, one.firstCode ?? '')
    const anne = await joinedMember(secretary, one.place, 'anne')
    laptops.push(secretary, anne)
    await anne.connect(one.address)
    await secretary.connect(two.address)
    return { one, two, anne, secretary }
  }

  test('[SV4] [SV23] what comes to one process is told to those who follow at the other, both ways', async () => {
    const { anne, secretary } = await begun()
    for (const one of [anne, secretary]) await one.caughtUp()
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1100))
    await until(() => statesOf(secretary.copy)['sheet/can-1/m-anne'] !== undefined)
    secretary.write('dossier/dos-1', {
      k: 'dossier.change@1',
      e: 'dossier/dos-1',
      d: { set: { title: 'Halle' } },
    })
    await until(() => (statesOf(anne.copy)['dossier/dos-1'] as { title: string }).title === 'Halle')
  })

  test('[SV10] [SV23] a device revoked through one process loses its channel at the other', async () => {
    const { two, anne, secretary } = await begun()
    await anne.disconnect()
    await anne.connect(two.address)
    await anne.caughtUp()
    const shut = new Promise((settle) => anne.channel()?.onClose(settle))
    expect(
      (await secretary.ask('POST', 'devices/d-anne/revoke', { cause: 'retired', lastSeq: 0 })).status,
    ).toBe(204)
    expect(await shut).toMatchObject({ kind: 'said', reason: 'revoked' })
  })
})

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 120_000; !holds(); ) {
    if (Date.now() > end) throw new Error('it never came')
    await new Promise((next) => setTimeout(next, 20))
  }
}
