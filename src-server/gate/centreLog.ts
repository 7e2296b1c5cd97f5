import type { Channel, ChannelAuthority, Timers } from '#main/adapters/network/networkPorts.ts'
import { answerBlobRequest } from '#shared/operations/blobs/answerBlobRequest.ts'
import { signedBytes } from '#shared/operations/commitEncode.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import { type AuthorityEvent, authorityExchange } from '#shared/operations/exchange/authorityExchange.ts'
import type { AuthorityStore, PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import { type UnfinishedLease, unfinishedLeases } from '#shared/operations/lease/unfinishedLeases.ts'
import { readDevice } from '../accounts/devices.ts'
import { authorityStore } from '../authority/authorityStore.ts'
import { erasedBlobs } from '../blobs/erasedBlobs.ts'
import { firstCopies } from '../first-copies/firstCopies.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { centreAuthority } from './centreAuthority.ts'
import type { GatePorts } from './gatePorts.ts'
import { pacedChannel } from './pacedChannel.ts'

/** The log of one organisation, served by this process. */
export interface CentreLog {
  readonly authority: ChannelAuthority
  admit(channel: Channel): Promise<void>
  channels(): number
  appended(log: string): void
  takenOut(device: string): void
  /** Something may have been missed. */
  lookAgain(): Promise<void>
  unfinished(): Promise<readonly UnfinishedLease[]>
  endVoided(lease: string): Promise<void>
  tick(): void
  close(): Promise<void>
}

export function centreLog(organisation: string, ports: GatePorts, timers: Timers): CentreLog {
  const { accounts, appender, verifier, watch, onFailure } = ports
  const { database, clock, crypto, authority } = accounts
  const place = placeOf(organisation)
  const store = timed(authorityStore(place, { database, appender, authority, clock }), watch.wrote)
  const open = new Map<string, Channel>()
  const blobs = {
    store: ports.attachments.store(organisation),
    rights: ports.attachments.rights(organisation),
  }
  const exchange = authorityExchange({
    log: place.log,
    authority: centreUser,
    publicKey: authority.publicKey,
    store,
    ports: {
      sha256: crypto.sha256,
      verify: verifier.verify,
      sign: (bytes) => authority.sign(bytes),
      factsDigest: ports.factsDigest,
    },
    nowMs: () => clock.nowMs(),
    tell: (event) => tell(event, ports),
    tellsPresence: false,
    successors: [],
    blobs: (request, device) => answerBlobRequest(request, device, blobs),
    erasedBlobs: (digests, device) => erasedBlobs(database, store, organisation, digests, device),
    firstSync: firstCopies(accounts, organisation, watch.firstCopy),
  })

  function shut(device: string): void {
    open.get(device)?.close('revoked')
  }

  return {
    authority: centreAuthority(accounts, organisation),
    async admit(channel) {
      const device = await readDevice(database, organisation, channel.peer)
      if (device === null || device.standing === 'retired' || device.standing === 'compromised')
        return channel.close('revoked')
      open.get(channel.peer)?.close('replaced')
      open.set(channel.peer, channel)
      watch.channels(1)
      channel.onClose(() => {
        watch.channels(-1)
        if (open.get(channel.peer) === channel) open.delete(channel.peer)
      })
      const heard = verifiedAhead(channel, device.publicKey, ports)
      const take = (cost: number) => ports.budget.take(`${organisation}/${device.id}`, cost)
      exchange.admit(pacedChannel(heard, take, timers), {
        user: device.userId,
        device: device.id,
      })
    },
    channels: () => open.size,
    appended: (log) => {
      if (log === place.log) exchange.appended()
    },
    takenOut: shut,
    async lookAgain() {
      exchange.appended()
      for (const device of [...open.keys()]) {
        const known = await readDevice(database, organisation, device).catch((error: unknown) => {
          onFailure(error)
          return undefined
        })
        if (known === null || known?.standing === 'retired' || known?.standing === 'compromised') shut(device)
      }
    },
    unfinished: async () => (await store.read(unfinishedLeases)).leases,
    endVoided: async (lease) => {
      await exchange.endVoided(lease)
    },
    tick: exchange.tick,
    async close() {
      const left = [...open.values()].map(
        (channel) => new Promise<void>((gone) => channel.onClose(() => gone())),
      )
      exchange.close()
      await Promise.all(left)
    },
  }
}

/** Signatures of a push are verified on other threads, all at once, before it is ordered. */
function verifiedAhead(channel: Channel, publicKey: Uint8Array, { verifier }: GatePorts): PeerChannel {
  return {
    ...channel,
    onFrame: (listener) =>
      channel.onFrame(async (frame) => {
        if (frame.type === 'push')
          await Promise.all(
            frame.commits.map(({ header, signature }) =>
              verifier.ahead(publicKey, signedBytes(header), signature),
            ),
          )
        await listener(frame)
      }),
  }
}

function tell(event: AuthorityEvent, { watch, onFailure }: GatePorts): void {
  switch (event.kind) {
    case 'ordered':
      for (const output of event.outputs) {
        if (output.kind === 'entry') watch.entry(output.entry.verdict)
        if (output.kind === 'incident') watch.incident(output.incident.of)
        if (output.kind === 'other-history') watch.otherHistory()
        if (output.kind === 'restored') watch.restored(output.epoch)
      }
      return
    case 'misbehaved':
      watch.misbehaved(event.what)
      return
    case 'store-failed':
      onFailure(event.error)
      return
    case 'returned':
      watch.returned(event.voided)
      return
    case 'peers':
      return
  }
}

const timed = (store: AuthorityStore, wrote: (seconds: number) => void): AuthorityStore => ({
  ...store,
  async write(steps) {
    const begun = performance.now()
    const said = await store.write(steps)
    wrote((performance.now() - begun) / 1000)
    return said
  },
})
