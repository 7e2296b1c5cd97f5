import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { cutHeader, wholeHeader } from '#shared/operations/exchange/cutHeader.ts'
import { maxFeedBytes } from '#shared/operations/exchange/exchangeLimits.ts'
import { feedFrames, readFeed, type ToldFeed } from '#shared/operations/exchange/feedParcel.ts'
import { gatherParts } from '#shared/operations/exchange/parts.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { FrameOf } from '#shared/operations/wire/wireFrame.ts'
import { committeeWorld, mark, sheetScope, type World } from '../operations/support/committee.ts'
import { rowsOf } from '../operations/support/copies.ts'
import { loaded, testReplica } from '../operations/support/replica.ts'
import { framesOf, type Line } from './support/line.ts'
import { breathe, connect, type Following, following, kinds, seen, settle } from './support/meeting.ts'
import { clock, type Scene, scene } from './support/scene.ts'

const marks = (device: Following, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    device.replica.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100 * (index + 1)))
    device.exchange.sealed()
    return device.replica.store.row('own', ownKey({ dev: 'd-anne', seq: index + 1 }))?.cid ?? ''
  })

/** A mark of hers that she did not write; answers its identifier. */
function markedForAnne(world: World): string {
  const [said] = world.act('secretary', sheetScope(2, 'm-anne'), { ...mark(2, 'm-anne', 900), ob: 'm-anne' })
  if (said?.kind !== 'entry') throw new Error('not ordered')
  return said.entry.cid
}

/** How each commit came, in every feed that was heard. */
function told({ heardByDevice }: Line): readonly ToldFeed['feed']['entries'][number][] {
  const gathering = gatherParts(maxFeedBytes)
  return framesOf(heardByDevice).flatMap((frame) => {
    if (frame.type !== 'feed') return []
    const parcel = gathering.add(frame)
    const feed = parcel instanceof Uint8Array ? readFeed(frame, parcel, nodeCrypto) : undefined
    return typeof feed === 'object' ? feed.feed.entries : []
  })
}

const howTold = (line: Line, cid: string): readonly (string | null)[] =>
  told(line).flatMap(({ entry, commit }) =>
    entry.cid === cid ? [commit === null || commit === 'own' ? commit : 'whole'] : [],
  )

/** Carries frames until this device is about to hear of its own commits. */
async function untilNews({ line, centre }: Scene, g: number): Promise<void> {
  while ((centre.rows.row('log', 'log')?.g ?? 0) < g) {
    await breathe()
    line.deliver('authority')
  }
  await breathe()
}

function lose({ replica: { store } }: Following, cid: string): void {
  const place = store.row('ownSeq', cid)
  if (place === null) throw new Error('not its own')
  store.apply([
    { table: 'ownSeq', key: cid, row: null },
    { table: 'own', key: ownKey(place), row: null },
  ])
}

describe('own commits', () => {
  test('[EX19] come by name and are put back, those of others come whole: the copy is what it would be', async () => {
    const at = await scene()
    const { world, anne, line, centre } = at
    const cids = marks(anne, 3)
    await settle([line])
    const other = markedForAnne(world)
    centre.exchange.appended()
    await settle([line])
    for (const cid of cids) {
      expect(howTold(line, cid)).toEqual(['own'])
      expect(anne.replica.store.row('commit', cid)).toEqual(centre.rows.row('commit', cid))
      expect(anne.replica.store.row('commit', cid)?.commit).toEqual(
        anne.replica.store.row('own', ownKey(anne.replica.store.row('ownSeq', cid) ?? { dev: '', seq: 0 }))
          ?.commit,
      )
    }
    expect(howTold(line, other)).toEqual(['whole'])
    const { copy, truth } = seen(anne, centre)
    expect(copy).toEqual(truth)
    expect(kinds(anne.events)).not.toContain('broken')
  })

  test.each(['the rows', 'the body'])(
    '[EX19] %s of which are not here any more are asked for, and come whole',
    async (what) => {
      const at = await scene()
      const { anne, line, centre } = at
      const [first = '', second = ''] = marks(anne, 2)
      await untilNews(at, 7)
      const { store } = anne.replica
      const place = store.row('ownSeq', second)
      const own = place && store.row('own', ownKey(place))
      if (place === null || own === null) throw new Error('not sealed')
      if (what === 'the rows') lose(anne, second)
      else {
        const commit = { ...own.commit, body: new Uint8Array(0) }
        store.apply([{ table: 'own', key: ownKey(place), row: { ...own, commit } }])
      }
      await settle([line])
      expect(howTold(line, first)).toEqual(['own'])
      expect(howTold(line, second)).toEqual(['own', 'whole'])
      expect(store.row('commit', second)).toEqual(centre.rows.row('commit', second))
      expect(store.row('cursor', 'centre')?.g).toBe(7)
      expect(kinds(anne.events)).not.toContain('broken')
    },
  )

  test('[EX19] a laptop that went back to an older image takes what it wrote since from the log', async () => {
    const { world, anne, line, centre } = await scene()
    const image = rowsOf(anne.replica.store)
    const [cid = ''] = marks(anne, 1)
    await settle([line])
    line.cut()
    const replica = testReplica(world, 'anne')
    replica.store.apply(image)
    const again = following(replica, clock())
    const next = connect(again, centre)
    await settle([next])
    expect(howTold(next, cid)).toEqual(['own', 'whole'])
    expect(replica.store.row('commit', cid)).toEqual(centre.rows.row('commit', cid))
    expect(seen(again, centre).copy).toEqual(seen(again, centre).truth)
    expect(again.events).toContainEqual({ kind: 'must-enrol', why: 'behind' })
  })

  test('[EX19] named as own though it is not, and though it was asked for: the channel is shut, nothing is taken', async () => {
    const { world, anne, line, centre } = await scene()
    const other = markedForAnne(world)
    const feed = loaded(feedFor(centre.rows, { user: 'u-anne' }, 5, 9))
    const r = centre.rows.row('entry', '6')?.r ?? new Uint8Array(32)
    const signer = nodeSigner(world.devices.chair.privateKey)
    const checkpoint = signCheckpoint({ log: 'centre', epoch: 0, g: 6, r }, 1, signer)
    const lie = (pulled: boolean): readonly FrameOf<'feed'>[] =>
      feedFrames({ feed, checkpoint }, pulled, nodeCrypto, new Set([other])).frames
    for (const frame of lie(false)) line.inject('device', frame)
    line.deliver('device')
    await breathe()
    expect(line.waiting('authority')).toBe(1)
    for (const frame of lie(true)) line.inject('device', frame)
    line.deliver('device')
    await breathe()
    expect(anne.events).toContainEqual({
      kind: 'broken',
      log: 'centre',
      why: 'own commits that are not here',
    })
    expect(anne.replica.store.row('cursor', 'centre')?.g).toBe(5)
  })
})

describe('the digest of a body', () => {
  test('[EX19] is cut out of the header of a commit that has its body, and put back to the byte', () => {
    const world = committeeWorld()
    const { header, body } = world.devices.anne.sign(sheetScope(1, 'm-anne'), [mark(1, 'm-anne', 500)])
    const cut = cutHeader(header, body, nodeCrypto)
    expect(cut.header.length).toBe(header.length - 43)
    expect(wholeHeader(cut, body, nodeCrypto)).toEqual(header)
    expect(cutHeader(header, body.slice(1), nodeCrypto)).toEqual({ header, cut: null })
  })

  test('[EX19] whatever a header looks like, what is put back is what it was', () => {
    const body = new TextEncoder().encode('{"ops":[]}')
    const digest = Buffer.from(nodeCrypto.sha256(body)).toString('base64url')
    const piece = fc.constantFrom(
      `"bh":"${digest}"`,
      `"bh":"${digest}`,
      `"bh":"${digest.slice(1)}"`,
      '"bh":"',
      digest,
      '"',
      'é',
      '{',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const header = new TextEncoder().encode(pieces.join(''))
        const cut = cutHeader(header, body, nodeCrypto)
        expect(wholeHeader(cut, body, nodeCrypto)).toEqual(header)
        expect(cut.cut === null).toBe(!pieces.join('').includes(`"bh":"${digest}"`))
      }),
    )
  })
})
