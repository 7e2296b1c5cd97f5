import { describe, expect, test } from 'vitest'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { maxFeedBytes } from '#shared/operations/exchange/exchangeLimits.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import { feedPage, type PageAsk, voucher } from '#shared/operations/exchange/feedPage.ts'
import { feedFrames, readFeed } from '#shared/operations/exchange/feedParcel.ts'
import { gatherParts } from '#shared/operations/exchange/parts.ts'
import type { FedRow, Feed, Grant } from '#shared/operations/feed/feed.ts'
import { decodeFrame, encodeFrame } from '#shared/operations/wire/frameCodec.ts'
import type { FrameOf } from '#shared/operations/wire/wireFrame.ts'
import { maxFrameBytes } from '#shared/operations/wire/wireLimits.ts'
import {
  committeeWorld,
  mark,
  recusalDeclared,
  sheetScope,
  type World,
} from '../operations/support/committee.ts'
import { feedOf } from '../operations/support/replica.ts'
import { authorityStore } from './support/stores.ts'

const world = (): World => {
  const made = committeeWorld()
  made.act('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 500))
  made.act('bruno', sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 500))
  made.act('anne', 'recusal/m-anne', recusalDeclared(2, 'm-anne'))
  return made
}

const pulled = (fromG: number, limitBytes: number): PageAsk => ({
  fromG,
  limitBytes,
  pulled: true,
  whole: true,
})

/** Over the wire and back. */
function carried(frames: readonly FrameOf<'feed'>[]): ReturnType<typeof readFeed> {
  const gathering = gatherParts(maxFeedBytes)
  for (const frame of frames) {
    const bytes = encodeFrame(frame)
    if (!bytes.ok) throw new Error(bytes.refusal.code)
    expect(bytes.value.length).toBeLessThanOrEqual(maxFrameBytes)
    const read = decodeFrame(bytes.value)
    if (!read.ok || read.value.type !== 'feed') throw new Error('not read')
    const parcel = gathering.add(read.value)
    if (parcel instanceof Uint8Array) return readFeed(read.value, parcel, nodeCrypto)
    expect(parcel).toBe('more')
  }
  return undefined
}

const vouched = (made: World, feed: Feed) => {
  const r = made.store.row('entry', String(feed.upToG))?.r ?? new Uint8Array(32)
  const signer = nodeSigner(made.devices.chair.privateKey)
  return {
    feed,
    checkpoint: signCheckpoint({ log: feed.log, epoch: feed.epoch, g: feed.upToG, r }, 5, signer),
  }
}

describe('a feed on the wire', () => {
  test.each(['secretary', 'anne', 'bruno', 'guest', 'admin'] as const)(
    '[EX3] comes back whole, as it is for %s',
    (person) => {
      const made = world()
      const sent = vouched(made, feedOf(made, person, 0, 100))
      expect(carried(feedFrames(sent, true, nodeCrypto).frames)).toEqual(sent)
    },
  )

  test('[EX3] a grant of a large dossier goes in as many frames as it needs', () => {
    const made = world()
    const feed = feedOf(made, 'anne', 0, 100)
    const text = 'é'.repeat(300_000)
    const state = { description: text } as unknown as NonNullable<FedRow['aggregate']['state']>
    const aggregate = { version: 1, state, guards: {}, run: { dev: 'd', since: 1 } }
    const large: Grant = {
      root: 'dossier/dos-1',
      rows: [1, 2, 3, 4].map((n) => ({
        entity: `dossier/dos-${n}`,
        aggregate,
        g: 1,
        basis: { log: 'centre', epoch: 0, g: n },
      })),
    }
    const sent = vouched(made, { ...feed, grants: [large] })
    const { frames } = feedFrames(sent, false, nodeCrypto)
    expect(frames.length).toBeGreaterThan(2)
    expect(carried(frames)).toEqual(sent)
  })

  test('[EX3] a page is cut to what was asked for, and tells at least one entry', async () => {
    const made = world()
    const who = { user: 'u-secretary', device: 'd-secretary' }
    const vouch = voucher(nodeSigner(made.devices.chair.privateKey), () => 5)
    const store = authorityStore(made.store)
    const places: number[] = []
    for (let g = 0; g < 8; ) {
      const page = await feedPage(store, who, pulled(g, 3000), vouch, nodeCrypto)
      if (typeof page === 'string') throw new Error(page)
      expect(page.headG).toBe(8)
      expect(page.upToG).toBeGreaterThan(g)
      places.push(page.upToG)
      g = page.upToG
    }
    expect(places.length).toBeGreaterThan(3)
    expect(places.at(-1)).toBe(8)
    const one = await feedPage(store, who, pulled(0, 1), vouch, nodeCrypto)
    expect(one).toMatchObject({ upToG: 1 })
    expect(await feedPage(store, who, pulled(9, 3000), vouch, nodeCrypto)).toBe('beyond')
    expect(await feedPage(store, { ...who, user: 'u-anne' }, pulled(0, 3000), vouch, nodeCrypto)).toBe(
      'barred',
    )
  })

  test('[EX3] what nobody would put together is left out, and its reader told to take everything anew', async () => {
    const made = world()
    const state = { description: 'x'.repeat(maxFeedBytes) } as never
    const before = made.store.row('aggregate', 'dossier/dos-2')
    if (before === null) throw new Error('no dossier')
    made.act('chair', 'recusal/m-anne', {
      k: 'recusal.lift@1',
      e: 'recusal/can-2/m-anne',
      d: { reason: 'erreur' },
    })
    made.store.apply([{ table: 'aggregate', key: 'dossier/dos-2', row: { ...before, state } }])
    const vouch = voucher(nodeSigner(made.devices.chair.privateKey), () => 5)
    const store: AuthorityStore = authorityStore(made.store)
    const page = await feedPage(
      store,
      { user: 'u-anne', device: 'd-anne' },
      pulled(8, 500_000),
      vouch,
      nodeCrypto,
    )
    if (typeof page === 'string') throw new Error(page)
    expect(feedOf(made, 'anne', 8, 9).grants).toHaveLength(1)
    expect(carried(page.frames)).toMatchObject({ feed: { anew: true, grants: [], fromG: 8, upToG: 9 } })
  })
})
