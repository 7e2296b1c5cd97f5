import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { controlEventsAfter } from '#server/accounts/controlEvents.ts'
import { certificateHolds } from '#server/accounts/deviceCertificate.ts'
import { nodeCrypto } from '#server/authority/nodeCrypto.ts'
import { canonicalJson } from '#shared/kernel/canonicalJson.ts'
import { overEachStore } from '../support/stores.ts'
import { base64Url, type TestDevice, testDevice } from '../support/testDevice.ts'
import { type TestServer, testServer } from '../support/testServer.ts'

const hour = 3600 * 1000
const day = 24 * hour

overEachStore((kind) => {
  let server: TestServer
  let laptop: TestDevice
  let admin: string

  beforeEach(async () => {
    server = await testServer(await kind.newSettings())
    laptop = testDevice('laptop-1')
    admin = (await server.join(laptop, server.firstCode, 'Anne Moal')).body.session.token
  })
  afterEach(() => server.close())

  const invited = async (invitation: object) => {
    server.clock.now += 1
    const { status, body } = await server.ask('POST', 'invitations', { token: admin, body: invitation })
    expect(status).toBe(201)
    return body as { readonly invitation: string; readonly code: string }
  }
  const joined = async (device: TestDevice, invitation: object) => {
    const { status, body } = await server.join(device, (await invited(invitation)).code)
    expect(status).toBe(201)
    return body as { readonly userId: string; readonly session: { readonly token: string } }
  }
  const member = { name: 'Ewen Riou', email: 'ewen@kerlann.test', role: 'member', memberId: 'm-2' }

  describe('invitations', () => {
    test('[SV8] the first code opens the account of the administrator, under their own name', async () => {
      const { status, body } = await server.ask('GET', 'me', { token: admin })
      expect(status).toBe(200)
      expect(body).toEqual({
        id: body.id,
        name: 'Anne Moal',
        email: '',
        device: 'laptop-1',
        mandates: [
          {
            id: body.mandates[0].id,
            user: body.id,
            role: 'administrator',
            memberId: null,
            dossiers: [],
            ended: false,
          },
        ],
        devices: [
          {
            id: 'laptop-1',
            userId: body.id,
            name: 'Poste laptop-1',
            publicKey: base64Url(laptop.publicKey),
            mayHub: true,
            standing: 'valid',
            lastSeq: null,
            lastContactAtMs: server.clock.now,
          },
        ],
      })
    })

    test('[SV7] a code serves once, and who was invited keeps the name that was given', async () => {
      const { code } = await invited(member)
      expect((await server.join(testDevice('b'), code, 'Quelqu’un d’autre')).status).toBe(201)
      const again = await server.join(testDevice('c'), code)
      expect([again.status, again.body.code]).toEqual([403, 'account.code-refused'])
      const { body: users } = await server.ask('GET', 'users', { token: admin })
      expect(users.map(({ name }: { name: string }) => name)).toEqual(['Anne Moal', 'Ewen Riou'])
    })

    test('[SV7] typed in lower case, with spaces, O for 0 and l for 1, it is the same code', async () => {
      const { code } = await invited(member)
      const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect((await server.join(testDevice('b'), ` ${typed} `)).status).toBe(201)
    })

    test('[SV7] after five wrong codes the right one is refused too', async () => {
      const { code } = await invited(member)
      const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
      for (let tries = 0; tries < 5; tries++)
        expect((await server.join(testDevice(`w${tries}`), wrong)).body.code).toBe('account.code-refused')
      expect((await server.join(testDevice('b'), code)).body.code).toBe('account.code-refused')
      const { body } = await server.ask('GET', 'invitations', { token: admin })
      expect(body.map(({ standing }: { standing: string }) => standing)).toEqual(['used', 'blocked'])
    })

    test('[SV7] wrong codes that come together are all counted', async () => {
      const { code } = await invited(member)
      const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
      await Promise.all(Array.from({ length: 5 }, (_, i) => server.join(testDevice(`w${i}`), wrong)))
      expect((await server.join(testDevice('b'), code)).status).toBe(403)
    })

    test('[SV7] unknown, malformed, cancelled and past give one same answer', async () => {
      const cancelled = await invited(member)
      const past = await invited(member)
      await server.ask('DELETE', `invitations/${cancelled.invitation}`, { token: admin })
      server.clock.now += 7 * day
      const answers = []
      for (const code of [cancelled.code, past.code, '0000-0000-0000-0000-0000-0000', 'bonjour'])
        answers.push((await server.join(testDevice('b'), code)).text)
      expect(new Set(answers).size).toBe(1)
      expect(JSON.parse(answers[0] as string).code).toBe('account.code-refused')
    })

    test('[SV7] the code itself is nowhere in the database', async () => {
      const { code } = await invited(member)
      const secret = code.replaceAll('-', '').slice(8)
      const rows = await server.accounts.database.all('SELECT * FROM invitations')
      expect(rows).toHaveLength(2)
      const text = JSON.stringify(rows, (_, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
      )
      expect(text).not.toContain(secret)
      expect(text).toContain('Ewen Riou')
    })

    test('[SV7] two that open the same code at once: one joins', async () => {
      const { code } = await invited(member)
      const answers = await Promise.all(['b', 'c'].map((id) => server.join(testDevice(id), code)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 403])
      expect((await server.ask('GET', 'users', { token: admin })).body).toHaveLength(2)
    })

    test('[SV11] only an administrator invites; a new account needs a mandate', async () => {
      const { session } = await joined(testDevice('b'), member)
      const refused = await server.ask('POST', 'invitations', { token: session.token, body: member })
      expect([refused.status, refused.body.code]).toEqual([403, 'account.not-allowed'])
      const bare = await server.ask('POST', 'invitations', { token: admin, body: { name: 'Sans mandat' } })
      expect([bare.status, bare.body.code]).toEqual([400, 'input.invalid'])
    })

    test('[SV7] an invitation for another device keeps the account and its mandates', async () => {
      const { userId } = await joined(testDevice('b'), member)
      const second = await joined(testDevice('c'), { name: 'Ewen Riou', userId, mayHub: true })
      const { body } = await server.ask('GET', 'me', { token: second.session.token })
      expect([body.id, body.mandates.length]).toEqual([userId, 1])
      expect(body.devices.map((d: { id: string; mayHub: boolean }) => [d.id, d.mayHub])).toEqual([
        ['b', false],
        ['c', true],
      ])
    })
  })

  describe('devices', () => {
    test('[SV9] the certificate says who, what key, until when, and the authority signed it', async () => {
      const device = testDevice('b')
      const { code } = await invited({ ...member, mayHub: true })
      const { body } = await server.join(device, code)
      const document = Buffer.from(body.certificate.document, 'base64url')
      expect(JSON.parse(document.toString())).toEqual({
        v: 1,
        org: server.organisation,
        dev: 'b',
        usr: body.userId,
        key: base64Url(device.publicKey),
        mayHub: true,
        from: server.clock.now,
        until: server.clock.now + 30 * day,
      })
      const key = Buffer.from(body.authority.publicKey, 'base64url')
      const signature = Buffer.from(body.certificate.signature, 'base64url')
      expect(certificateHolds({ document, signature }, key, nodeCrypto)).toBe(true)
      const altered = Buffer.from(document)
      altered[10] = (altered[10] ?? 0) ^ 1
      expect(certificateHolds({ document: altered, signature }, key, nodeCrypto)).toBe(false)
    })

    test('[SV9] no proof, no account: of another key, of another device, of another challenge, served, too old', async () => {
      const { code } = await invited(member)
      const device = testDevice('b')
      const stranger = testDevice('b')
      const ofOther = await server.proof(device)
      const { challenge = '' } = await server.proof(device)
      const served = await server.proof(device)
      await server.ask('POST', 'join', { body: { ...served, code: 'wrong' } })
      const tooOld = await server.proof(device)
      const attempts = [
        { ...ofOther, proof: base64Url(stranger.prove(server.organisation, ofOther.challenge ?? '')) },
        { ...(await server.proof(device)), device: 'someone-else' },
        { ...(await server.proof(device)), challenge },
        served,
      ]
      for (const attempt of attempts) {
        const { status, body } = await server.ask('POST', 'join', { body: { ...attempt, code } })
        expect([status, body.code]).toEqual([403, 'account.proof-refused'])
      }
      server.clock.now += 120_000
      expect((await server.ask('POST', 'join', { body: { ...tooOld, code } })).body.code).toBe(
        'account.proof-refused',
      )
      expect((await server.join(device, code)).status).toBe(201)
    })

    test('[SV9] a device that is known is not enrolled twice, and its invitation stays open', async () => {
      const { code } = await invited(member)
      const sameKey = { ...laptop, device: 'other-name' }
      for (const device of [testDevice('laptop-1'), laptop])
        expect((await server.join(device, code)).body.code).toBe('account.device-known')
      // The proof names the device: the same key under another name has to prove itself as such.
      expect((await server.join(sameKey, code)).body.code).toBe('account.proof-refused')
      expect((await server.join(testDevice('b'), code)).status).toBe(201)
    })

    test('[SV9] at each contact the certificate is renewed and a session opened', async () => {
      server.clock.now += 10 * day
      const { status, body } = await server.ask('POST', 'contact', { body: await server.proof(laptop) })
      expect(status).toBe(200)
      const { until } = JSON.parse(Buffer.from(body.certificate.document, 'base64url').toString())
      expect(until).toBe(server.clock.now + 30 * day)
      const me = await server.ask('GET', 'me', { token: body.session.token })
      expect(me.body.devices[0].lastContactAtMs).toBe(server.clock.now)
    })

    test('[SV9] an unknown device, or a known one under another key, is refused alike', async () => {
      for (const device of [testDevice('nobody'), testDevice('laptop-1')]) {
        const { status, body } = await server.ask('POST', 'contact', { body: await server.proof(device) })
        expect([status, body.code]).toEqual([403, 'account.device-refused'])
      }
    })

    test('[SV10] a revoked device has no session left and gets no other; its owner may retire it', async () => {
      const device = testDevice('b')
      const { session } = await joined(device, member)
      const other = await joined(testDevice('c'), member)
      const revoke = (id: string, token: string) =>
        server.ask('POST', `devices/${id}/revoke`, { token, body: { cause: 'retired', lastSeq: 12 } })
      expect((await revoke('b', other.session.token)).body.code).toBe('account.not-allowed')
      expect((await revoke('no-such', other.session.token)).body.code).toBe('account.not-allowed')
      expect((await revoke('b', session.token)).status).toBe(204)
      expect((await server.ask('GET', 'me', { token: session.token })).body.code).toBe('account.signed-out')
      const back = await server.ask('POST', 'contact', { body: await server.proof(device) })
      expect(back.body.code).toBe('account.device-refused')
      expect((await revoke('b', admin)).body.code).toBe('entity.missing')
      const { body } = await server.ask('GET', 'users', { token: admin })
      expect(body[1].devices[0]).toMatchObject({ standing: 'retired', lastSeq: 12 })
    })
  })

  describe('mandates and sessions', () => {
    test('[SV11] a mandate holds from the request after it is given, to the one after it is ended', async () => {
      const { userId, session } = await joined(testDevice('b'), member)
      const users = () => server.ask('GET', 'users', { token: session.token })
      expect((await users()).status).toBe(403)
      const given = await server.ask('POST', 'mandates', {
        token: admin,
        body: { userId, role: 'administrator' },
      })
      expect(given.status).toBe(201)
      expect((await users()).status).toBe(200)
      expect((await server.ask('DELETE', `mandates/${given.body.mandate}`, { token: admin })).status).toBe(
        204,
      )
      expect((await users()).status).toBe(403)
    })

    test('[SV11] the last administrator stays, even when two leave at once', async () => {
      const me = await server.ask('GET', 'me', { token: admin })
      const own = me.body.mandates[0].id
      const alone = await server.ask('DELETE', `mandates/${own}`, { token: admin })
      expect([alone.status, alone.body.code]).toEqual([409, 'account.last-administrator'])
      const second = await joined(testDevice('b'), { ...member, role: 'administrator' })
      const theirs = (await server.ask('GET', 'me', { token: second.session.token })).body.mandates[0].id
      const left = await Promise.all([
        server.ask('DELETE', `mandates/${own}`, { token: admin }),
        server.ask('DELETE', `mandates/${theirs}`, { token: second.session.token }),
      ])
      expect(left.map(({ status }) => status).sort()).toEqual([204, 409])
    })

    test('[SV12] a session ends by leaving and by time, and is of one organisation', async () => {
      const { session } = await joined(testDevice('b'), member)
      const me = (token: string, path = 'me') => server.ask('GET', path, { token })
      expect((await me(session.token)).status).toBe(200)
      expect((await me(session.token, '/v1/organisations/other/me')).status).toBe(401)
      expect((await server.ask('DELETE', 'session', { token: session.token })).status).toBe(204)
      expect((await me(session.token)).status).toBe(401)
      server.clock.now += 12 * hour
      expect((await me(admin)).body.code).toBe('account.signed-out')
    })

    test('[SV12] the token itself is nowhere in the database', async () => {
      const rows = await server.accounts.database.all<{ token_digest: Buffer }>(
        'SELECT * FROM login_sessions',
      )
      expect(rows.map(({ token_digest }) => token_digest.toString('hex'))).toEqual([
        createHash('sha256').update(admin).digest('hex'),
      ])
    })

    test('[SV14] every act is a control event, without a hole, each digest over the one before', async () => {
      const device = testDevice('b')
      const { userId } = await joined(device, member)
      await server.ask('POST', 'devices/b/revoke', {
        token: admin,
        body: { cause: 'compromised', lastSeq: 3 },
      })
      const events = await controlEventsAfter(server.accounts.database, server.organisation, 0, 100)
      const anne = (await server.ask('GET', 'me', { token: admin })).body.id
      expect(events.map(({ n, kind: what, actor }) => [n, what, actor])).toEqual([
        [1, 'user.invite@1', null],
        [2, 'mandate.give@1', null],
        [3, 'device.enrol@1', anne],
        [4, 'user.invite@1', anne],
        [5, 'mandate.give@1', anne],
        [6, 'device.enrol@1', userId],
        [7, 'device.revoke@1', anne],
      ])
      expect(events[4]?.data).toEqual({ user: userId, role: 'member', memberId: 'm-2', dossiers: [] })
      // Nothing was received of it: whatever the caller says, nothing of it holds.
      expect(events[6]).toMatchObject({ entity: 'device/b', data: { lastSeq: 0, cause: 'compromised' } })
      let digest: Uint8Array = new Uint8Array()
      for (const { digest: kept, n, atMs, actor, kind: what, entity, data } of events) {
        const text = canonicalJson({ n, at: atMs, kind: what, entity, data, actor })
        digest = createHash('sha256').update(digest).update(text).digest()
        expect(Buffer.from(kept).equals(digest)).toBe(true)
      }
    })
  })
})
