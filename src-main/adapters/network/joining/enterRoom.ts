import type { TLSSocket } from 'node:tls'
import { WebSocket } from 'ws'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { channelExporter } from '../client/channelExporter.ts'
import { connectFirst } from '../client/connectFirst.ts'
import type { RoomPin, Timers, WayIn } from '../networkPorts.ts'
import { isSameTag } from './cpace.ts'
import { readInvitation } from './invitation.ts'
import { readJoinCode } from './joinCode.ts'
import { joinExchange, joinSecret } from './joinExchange.ts'
import { joinPath, joinProtocol, maxJoinBytes, readJoinMessage, writeJoinMessage } from './joinMessages.ts'
import { readRoomAddress } from './readRoomAddress.ts'

/** See `RoomVisitor.enter`. */
export async function enterRoom(way: WayIn, timers: Timers): Promise<Result<RoomPin>> {
  const plan = planOf(way)
  if (!plan.ok) return plan
  const { addresses, port, fingerprint, isCertain, by, secret } = plan.value
  const reached = await connectFirst({ addresses, port }, fingerprint, isCertain, timers)
  if (!reached.ok) return reached
  const { socket, address } = reached.value
  const proven = await knock(by, secret, reached.value, timers)
  socket.destroy()
  if (!proven.ok) return refuse(proven.refusal.code, { ...proven.refusal.details, address })
  return ok({
    addresses: [address, ...addresses.filter((other) => other !== address)],
    port,
    fingerprint: reached.value.fingerprint,
  })
}

interface Plan {
  readonly addresses: readonly string[]
  readonly port: number
  readonly fingerprint: Uint8Array | null
  readonly isCertain: boolean
  readonly by: 'code' | 'invitation'
  readonly secret: Uint8Array
}

function planOf(way: WayIn): Result<Plan> {
  if (way.kind === 'invitation') {
    const invitation = readInvitation(way.text)
    if (!invitation.ok) return invitation
    const { secret, ...where } = invitation.value
    return ok({ ...where, isCertain: true, by: 'invitation', secret: joinSecret.invitation(secret) })
  }
  const code = readJoinCode(way.code)
  if (code === undefined) return refuse('network.code-malformed')
  const where = readRoomAddress(way.address)
  if (!where.ok) return where
  return ok({
    addresses: [where.value.address],
    port: where.value.port,
    fingerprint: null,
    isCertain: way.isHeard ?? false,
    by: 'code',
    secret: joinSecret.code(code),
  })
}

/**
 * The visitor's side of the exchange, on this TLS channel and no other. A machine that does not know the code learns
 * nothing of it but that one guess was wrong, and is not believed.
 */
function knock(
  by: 'code' | 'invitation',
  secret: Uint8Array,
  reached: { readonly socket: TLSSocket; readonly fingerprint: Uint8Array },
  timers: Timers,
): Promise<Result<null>> {
  const exchange = joinExchange('visitor', secret, {
    exporter: channelExporter(reached.socket),
    fingerprint: reached.fingerprint,
  })
  return new Promise((settle) => {
    const web = new WebSocket(`ws://room${joinPath}`, joinProtocol, {
      createConnection: () => reached.socket,
      maxPayload: maxJoinBytes,
      perMessageDeflate: false,
      handshakeTimeout: patienceMs,
    })
    const giveUp = timers.after(patienceMs, () => settle(refuse('network.lost')))
    let expectedTag: Uint8Array | null = null
    web.on('open', () => web.send(writeJoinMessage('knock', { by, share: new Uint8Array(exchange.share) })))
    web.on('unexpected-response', (_request, response) => end(whyNoDoor(response.statusCode ?? 0)))
    web.on('error', () => end(refuse('network.other-machine')))
    web.on('close', () => end(refuse('network.lost')))
    web.on('message', (data, isBinary) => {
      const text = isBinary ? '' : data.toString()
      const no = readJoinMessage('refused', text)
      if (no !== undefined)
        return end(
          no.refused === 'door-locked'
            ? refuse('network.door-locked')
            : refuse(
                `network.${no.refused}`,
                no.refused === 'wrong-code' ? { attemptsLeft: no.attemptsLeft } : {},
              ),
        )
      if (expectedTag === null) {
        const answer = readJoinMessage('answer', text)
        const keys = answer && exchange.keys(answer.share)
        if (keys === undefined) return end(refuse('network.other-machine'))
        expectedTag = keys.secondTag
        return web.send(writeJoinMessage('proof', { tag: new Uint8Array(keys.firstTag) }))
      }
      const admitted = readJoinMessage('admitted', text)
      return end(
        admitted !== undefined && isSameTag(admitted.tag, expectedTag)
          ? ok(null)
          : refuse('network.other-machine'),
      )
    })

    function end(result: Result<null>): void {
      giveUp()
      settle(result)
      web.terminate()
    }
  })
}

/** A room says 503 when it is full or closing, 426 to a program of another generation; anything else is no room. */
function whyNoDoor(status: number): Result<null> {
  if (status === 503) return refuse('network.room-closed')
  return refuse(status === 426 ? 'network.other-version' : 'network.other-machine')
}

const patienceMs = 10_000
