import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { attachment } from '../support/attachment.ts'
import { bucketKey, bucketServer } from '../support/bucketServer.ts'
import { foundedCommittee, joinedMember } from '../support/foundedCommittee.ts'
import type { Laptop } from '../support/laptop.ts'
import { type RunningServer, runningServer, stopServer } from '../support/runningServer.ts'
import { serverProcess } from '../support/serverProcess.ts'
import { overPostgres } from '../support/stores.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

type Env = Readonly<Record<string, string>>

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-erased-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('SQLite, a folder', () =>
  suite(async () => ({ env: {}, kept: () => filesBelow(join(folder, 'data')) })))

overPostgres((kind) =>
  suite(async () => {
    const settings = await kind.newSettings()
    const key = join(folder, 'authority.pem')
    await serverProcess(['make-key', key], {}).ended()
    const secret = join(folder, 's3-secret')
    writeFileSync(secret, bucketKey.secretKey)
    const bucket = await bucketServer('pieces')
    return {
      env: {
        DATABASE_URL: settings.kind === 'postgres' ? settings.url : '',
        DELIBERE_SERVER_AUTHORITY_KEY_FILE: key,
        DELIBERE_SERVER_S3_ENDPOINT: bucket.endpoint,
        DELIBERE_SERVER_S3_BUCKET: 'pieces',
        DELIBERE_SERVER_S3_ACCESS_KEY: bucketKey.accessKey,
        DELIBERE_SERVER_S3_SECRET_KEY_FILE: secret,
      },
      kept: () => [...bucket.objects.keys()],
      close: bucket.close,
    }
  }),
)

function suite(
  place: () => Promise<{ env: Env; kept: () => readonly string[]; close?: () => Promise<void> }>,
): void {
  test('[SV28] [SY28] what an erasure leaves without a citation is taken away, and comes back from nobody', async () => {
    const { env, kept, close } = await place()
    const whole = { ...env, DELIBERE_SERVER_DATA: join(folder, 'data') }
    let server: RunningServer = await runningServer(whole)
    const called = server.place
    const secretary: Laptop = await foundedCommittee(called, server.firstCode ?? '')
    try {
      await secretary.connect()
      const alone = attachment('un arrêté nominatif')
      const shared = attachment('un modèle que deux actes citent')
      for (const one of [alone.template('t-1'), shared.template('t-2'), shared.template('t-3')])
        secretary.write('office', one)
      await secretary.caughtUp()
      expect(kept()).toEqual([])
      expect([await alone.send(secretary), await shared.send(secretary)]).toEqual([
        [200, 200],
        [200, 200],
      ])
      const before = kept().length
      const [first = '', second = '', third = ''] = [...secretary.copy.scan('own')].map(([, { commit }]) =>
        base64UrlEncode(commit.id),
      )
      const erase = (commit: string) =>
        secretary.ask('POST', 'erasures', { commits: [commit], reason: 'demande de la personne' })
      for (const commit of [first, second]) expect((await erase(commit)).status).toBe(201)
      expect(kept().length).toBe(before / 2)
      expect((await alone.fetch(secretary)).status).toBe(404)
      expect((await shared.fetch(secretary)).status).toBe(200)
      // Who holds them is told, of these alone; whoever might not have read them is told nothing.
      const digests = [alone.sha256, shared.sha256, 'f'.repeat(64)]
      const told = async (one: Laptop) => one.exchange.ask('erased-blobs', { digests })
      expect(await told(secretary)).toEqual({ ok: true, value: { erased: [alone.sha256] } })
      const member = await joinedMember(secretary, called, 'anne')
      await member.connect()
      expect(await told(member)).toEqual({ ok: true, value: { erased: [] } })
      member.exchange.close()
      // Nobody brings it back, and a server that starts again finds nothing more to take away.
      expect(await alone.send(secretary)).toEqual([403, 403])
      await secretary.disconnect()
      expect(await stopServer(server)).toBe(0)
      server = await runningServer(whole)
      called.address = server.address
      await secretary.connect()
      expect((await shared.fetch(secretary)).status).toBe(200)
      expect((await erase(third)).status).toBe(201)
      expect(kept()).toEqual([])
    } finally {
      secretary.exchange.close()
      await stopServer(server, 'SIGKILL')
      await close?.()
    }
  })
}

const filesBelow = (data: string): readonly string[] =>
  readdirSync(join(data, 'pieces-jointes'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
