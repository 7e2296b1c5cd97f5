import { randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type ChannelBinding, channelProofText } from '#shared/operations/wire/channelProof.ts'
import type { ByeReason } from '#shared/operations/wire/wireFrame.ts'
import { nodeCrypto } from '../../keys/nodeCrypto.ts'
import type { Channel, ChannelAuthority } from '../networkPorts.ts'
import type { RawChannel } from './makeChannel.ts'

/**
 * The authority's side of the opening ([NW8]): a fresh challenge, the proof of the device, our own. Refuses
 * `network.device-unknown`, `network.proof-refused`, `network.lost`; the channel is then shut, and the device told.
 */
export async function openAsAuthority(
  raw: RawChannel,
  authority: ChannelAuthority,
  binding: ChannelBinding,
): Promise<Result<Channel>> {
  const authorityNonce = new Uint8Array(randomBytes(32))
  raw.send({
    type: 'challenge',
    log: authority.log,
    restores: await authority.restores(),
    nonce: authorityNonce,
  })
  const hello = await raw.next()
  if (!hello.ok) return hello
  if (hello.value.type !== 'hello') return turnAway(raw, 'malformed')
  const { device: id, nonce: deviceNonce, proof } = hello.value
  const device = await authority.device(id)
  if (device === null) return turnAway(raw, 'unknown-device')
  const signed = { binding, log: authority.log, device: id, authorityNonce, deviceNonce } as const
  const text = channelProofText({ ...signed, side: 'device', authority: '' })
  if (!nodeCrypto.verify(device.publicKey, text, proof)) return turnAway(raw, 'proof-refused')
  // Said only to whoever holds the key: that a device was revoked is nobody else's business.
  if (device.revoked) return turnAway(raw, 'revoked')
  raw.send({
    type: 'welcome',
    authority: authority.id,
    head: await authority.head(),
    knownSeq: device.knownSeq,
    schemas: authority.schemas,
    proof: authority.sign(channelProofText({ ...signed, side: 'authority', authority: authority.id })),
  })
  return ok(raw.as(id))
}

function turnAway(raw: RawChannel, reason: ByeReason): Result<Channel> {
  raw.close(reason)
  return refuse(reason === 'unknown-device' ? 'network.device-unknown' : 'network.proof-refused', { reason })
}
