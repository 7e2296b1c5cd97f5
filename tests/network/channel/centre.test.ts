import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { generateDeviceKeys, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { makeRoomCertificate } from '#main/adapters/network/certificate/roomCertificate.ts'
import { keyFingerprint, newRoomKey } from '#main/adapters/network/certificate/roomKey.ts'
import { makeChannel } from '#main/adapters/network/channel/makeChannel.ts'
import { openAsAuthority } from '#main/adapters/network/channel/openAsAuthority.ts'
import { pollRoutes } from '#main/adapters/network/channel/pollRoutes.ts'
import { socketLink } from '#main/adapters/network/channel/socketLink.ts'
import { askCentre } from '#main/adapters/network/client/askCentre.ts'
import { channelExporter } from '#main/adapters/network/client/channelExporter.ts'
import { connectCentre } from '#main/adapters/network/client/connectCentre.ts'
import type { ChannelAuthority, ChannelDevice } from '#main/adapters/network/networkPorts.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'
import type { ChannelBinding } from '#shared/operations/wire/channelProof.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

const path = '/v1/organisations/commune/sync'

/** A centre that says the origin it is known by; where `letsWebSockets` is false, a proxy before it stops them. */
async function aCentre(letsWebSockets: boolean, says?: string, isPinned = false) {
  const keys = { centre: generateDeviceKeys(), device: generateDeviceKeys() }
  const authority: ChannelAuthority = {
    id: 'centre',
    log: 'commune',
    schemas: [1, 3],
    restores: () => 2,
    head: () => 1000,
    device: (id) =>
      id === 'anne' ? { publicKey: keys.device.publicKey, revoked: false, knownSeq: 3 } : null,
    sign: nodeSigner(keys.centre.privateKey).sign,
  }
  const privateKey = newRoomKey()
  const pin = keyFingerprint(privateKey)
  const made = await makeRoomCertificate({
    privateKey,
    names: ['127.0.0.1'],
    now: new Date(),
    serial: new Uint8Array(randomBytes(16)),
  })
  const server = createServer({ key: made.privateKey, cert: made.certificate })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  const bindingTo = (request: IncomingMessage): ChannelBinding =>
    isPinned
      ? { kind: 'channel', exporter: channelExporter(request.socket as TLSSocket), serverKey: pin }
      : { kind: 'origin', origin: says ?? origin }
  const ways: string[] = []
  const poll = pollRoutes(
    path,
    (connect, request) => {
      ways.push('requests')
      void openAsAuthority(makeChannel(connect), authority, bindingTo(request))
    },
    nodeTimers,
  )
  server.on('request', (request, response) => {
    if (!poll.answer(request, response)) response.end()
  })
  const web = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    if (!letsWebSockets) return socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
    if (request.url !== path) return socket.destroy()
    web.handleUpgrade(request, socket, head, (opened) => {
      ways.push('web')
      void openAsAuthority(
        makeChannel((listener) => socketLink(opened, listener, nodeTimers)),
        authority,
        bindingTo(request),
      )
    })
  })
  open.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const device: ChannelDevice = {
    id: 'anne',
    app: '1.0.0',
    schemas: [1, 2],
    position: () => ({ cursor: 5, receipt: new Uint8Array(32).fill(5) }),
    sign: nodeSigner(keys.device.privateKey).sign,
    authorityKey: () => keys.centre.publicKey,
  }
  return { origin, path, authorities: made.certificate, pin, device, ways }
}

describe('the channel with the centre', () => {
  it.each([
    [true, ['web']],
    [false, ['requests']],
  ])('[NW12] WebSockets let through: %s', async (letsWebSockets, ways) => {
    const centre = await aCentre(letsWebSockets)
    const { pin: _ownKey, ...byName } = centre
    const connected = await connectCentre(byName, centre.device, nodeTimers)
    if (!connected.ok) throw new Error(connected.refusal.code)
    expect(connected.value.welcome).toEqual({
      authority: 'centre',
      log: 'commune',
      restores: 2,
      head: 1000,
      knownSeq: 3,
      schemas: [1, 3],
      isAuthorityProven: true,
    })
    expect(centre.ways).toEqual(ways)
    connected.value.channel.close('closing')
  })

  it.each([
    [true, ['web']],
    [false, ['requests']],
  ])(
    '[NW8] with the pin of its invitation, no name and no issuer counts, and another key is another machine: %s',
    async (letsWebSockets, ways) => {
      const centre = await aCentre(letsWebSockets, undefined, true)
      const { origin, pin, device } = centre
      const connected = await connectCentre({ origin, path, pin }, device, nodeTimers)
      if (!connected.ok) throw new Error(connected.refusal.code)
      expect([connected.value.welcome.isAuthorityProven, centre.ways]).toEqual([true, ways])
      connected.value.channel.close('closing')
      const other = await aCentre(letsWebSockets, undefined, true)
      expect(await connectCentre({ origin: other.origin, path, pin }, device, nodeTimers)).toMatchObject({
        refusal: { code: 'server.other-machine' },
      })
      expect(other.ways).toEqual([])
    },
  )

  it('[NW8] a certificate that nobody vouches for is another machine', async () => {
    const { origin, device, ways } = await aCentre(true)
    expect(await connectCentre({ origin, path }, device, nodeTimers)).toMatchObject({
      refusal: { code: 'server.other-machine' },
    })
    expect(ways).toEqual([])
  })

  it('[NW8] a proof made for one name is refused by the centre of another', async () => {
    const { pin: _ownKey, ...centre } = await aCentre(true, 'https://autre-centre.example')
    expect(await connectCentre(centre, centre.device, nodeTimers)).toMatchObject({
      refusal: { code: 'account.proof-refused' },
    })
  })

  it('[NW8] a centre whose key is not known here is not believed on its name alone', async () => {
    const { pin: _ownKey, ...centre } = await aCentre(true)
    const device = { ...centre.device, authorityKey: () => null }
    expect(await connectCentre(centre, device, nodeTimers)).toMatchObject({
      refusal: { code: 'server.other-machine' },
    })
  })

  it('[NW10] nobody there, or no address of a centre', async () => {
    const { pin: _ownKey, ...centre } = await aCentre(true)
    for (const close of open.splice(0)) close()
    expect(await connectCentre(centre, centre.device, nodeTimers)).toEqual({
      ok: false,
      refusal: { code: 'server.silent', details: { address: centre.origin } },
    })
    expect(centre.origin).toMatch(/:\d+$/)
    for (const origin of ['centre', 'http://centre.example'])
      expect(await connectCentre({ origin, path }, centre.device, nodeTimers)).toEqual({
        ok: false,
        refusal: { code: 'server.address-invalid', details: { address: origin } },
      })
  })

  it('[NW10] a relay that answers while the centre behind it is stopped is no other machine', async () => {
    const made = await makeRoomCertificate({
      privateKey: newRoomKey(),
      names: ['127.0.0.1'],
      now: new Date(),
      serial: new Uint8Array(randomBytes(16)),
    })
    const relay = createServer({ key: made.privateKey, cert: made.certificate }, (_request, response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway'),
    )
    open.push(() => relay.close())
    relay.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
    await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done))
    const origin = `https://127.0.0.1:${(relay.address() as AddressInfo).port}`
    const centre = { origin, authorities: made.certificate }
    expect(await askCentre(centre, { method: 'GET', path: '/v1/me' }, nodeTimers)).toEqual({
      ok: false,
      refusal: { code: 'server.unavailable', details: { address: origin } },
    })
    const { device } = await aCentre(true)
    expect(await connectCentre({ ...centre, path }, device, nodeTimers)).toEqual({
      ok: false,
      refusal: { code: 'server.silent', details: { address: origin } },
    })
  })

  it('[NW10] what the centre refuses itself is told by its own code, and is no other machine', async () => {
    const made = await makeRoomCertificate({
      privateKey: newRoomKey(),
      names: ['127.0.0.1'],
      now: new Date(),
      serial: new Uint8Array(randomBytes(16)),
    })
    const said = JSON.stringify({ code: 'server.busy', message: '', details: {} })
    const busy = createServer({ key: made.privateKey, cert: made.certificate }, (_request, response) =>
      response.writeHead(429, { 'content-type': 'application/json' }).end(said),
    )
    open.push(() => busy.close())
    busy.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 429 Too Many Requests\r\n\r\n'))
    await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done))
    const origin = `https://127.0.0.1:${(busy.address() as AddressInfo).port}`
    const centre = { origin, authorities: made.certificate }
    const refused = { ok: false, refusal: { code: 'server.busy', details: { address: origin } } }
    expect(await askCentre(centre, { method: 'GET', path: '/v1/me' }, nodeTimers)).toEqual(refused)
    const { device } = await aCentre(true)
    expect(await connectCentre({ ...centre, path }, device, nodeTimers)).toEqual(refused)
  })
})
