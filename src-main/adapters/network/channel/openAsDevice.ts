import { randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type ChannelBinding, channelProofText } from '#shared/operations/wire/channelProof.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'
import { nodeCrypto } from '../../keys/nodeCrypto.ts'
import type { Channel, ChannelDevice, Welcome } from '../networkPorts.ts'
import type { RawChannel } from './makeChannel.ts'

/**
 * The device's side of the opening ([NW8]). Refuses `network.device-unknown`, `network.proof-refused`, `network.lost`,
 * and `network.other-machine` when the authority does not hold the key that this device knows it by; a centre must be
 * known beforehand, a room may be known by its pin alone.
 */
export async function openAsDevice(
  raw: RawChannel,
  device: ChannelDevice,
  binding: ChannelBinding,
): Promise<Result<{ readonly channel: Channel; readonly welcome: Welcome }>> {
  const challenge = await raw.next()
  if (!challenge.ok) return inWords(challenge)
  if (challenge.value.type !== 'challenge') return turnAway(raw)
  const { log, restores, nonce: authorityNonce } = challenge.value
  const deviceNonce = new Uint8Array(randomBytes(32))
  const signed = { binding, log, device: device.id, authorityNonce, deviceNonce } as const
  const sent = raw.send({
    type: 'hello',
    device: device.id,
    ...device.position(),
    schemas: device.schemas,
    app: device.app,
    nonce: deviceNonce,
    proof: device.sign(channelProofText({ ...signed, side: 'device', authority: '' })),
  })
  if (!sent.ok) return sent
  const answer = await raw.next()
  if (!answer.ok) return inWords(answer)
  if (answer.value.type !== 'welcome') return turnAway(raw)
  const { authority, head, knownSeq, schemas, proof } = answer.value
  const key = device.authorityKey(authority)
  const isProven =
    key !== null &&
    nodeCrypto.verify(key, channelProofText({ ...signed, side: 'authority', authority }), proof)
  if (!isProven && (key !== null || binding.kind !== 'channel')) return turnAway(raw)
  return ok({
    channel: raw.as(authority),
    welcome: { authority, log, restores, head, knownSeq, schemas, isAuthorityProven: isProven },
  })
}

function turnAway(raw: RawChannel) {
  raw.close('proof-refused')
  return refuse('network.other-machine')
}

/** What the authority said when it shut the channel, as this device's own refusal. */
function inWords(answer: Result<WireFrame> & { ok: false }) {
  switch (answer.refusal.details.reason) {
    case 'unknown-device':
      return refuse('network.device-unknown')
    case 'proof-refused':
    case 'revoked':
      return refuse('network.proof-refused')
    case 'closing':
    case 'over':
    case 'busy':
      return refuse('network.room-closed')
    default:
      return answer
  }
}
