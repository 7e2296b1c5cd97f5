import { openDraft } from '../authority/draft.ts'
import { emptyLog } from '../authority/receipts.ts'
import { type Lookups, lacks, type Needs } from '../authority/rows.ts'
import { witness } from '../authority/witness.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { rowsFor } from '../feed/rowsFor.ts'
import { snapshotFor } from '../feed/snapshotFor.ts'
import { agreedPlace } from '../replica/reconcile.ts'
import type { AskKind, AskRefusal } from '../wire/asks.ts'
import { maxWayAddresses, type RoomWay } from '../wire/wireFrame.ts'
import type { Asks } from './askShapes.ts'
import type { AdmittedPeer, AuthoritySettings } from './authorityExchange.ts'
import { directoryFor } from './directoryFor.ts'
import { maxBlobsAsked, maxRowsAsked } from './exchangeLimits.ts'
import type { Vouch } from './feedPage.ts'
import type { GroupWriter } from './groupWriter.ts'
import { isBarred } from './isBarred.ts'
import type { LeaseDesk } from './leaseDesk.ts'

export interface AskContext {
  readonly settings: AuthoritySettings
  readonly writer: GroupWriter
  readonly vouch: Vouch
  readonly leases: LeaseDesk
  /** A successor said where it would be found. */
  heardWay(way: RoomWay): void
}

/** An answer, or why there is none. */
export type AskAnswer<K extends AskKind> = Asks[K]['answer'] | AskRefusal

/** Answers one question of a device whose shape was checked [EX9]. Rejects when the store fails. */
export async function answerAsk(
  what: AskKind,
  ask: Asks[AskKind]['ask'],
  who: AdmittedPeer,
  context: AskContext,
): Promise<AskAnswer<AskKind>> {
  const barred = await context.settings.store.read((view) => barredIn(view, who))
  if (barred.is) return 'forbidden'
  // The table pairs each kind with its question; a kind that came over the wire lost that pairing.
  return (answers[what] as Answering<AskKind>)(ask, who, context)
}

type Answering<K extends AskKind> = (
  ask: Asks[K]['ask'],
  who: AdmittedPeer,
  context: AskContext,
) => Promise<AskAnswer<K>>

const answers: { readonly [K in AskKind]: Answering<K> } = {
  standing: (_ask, who, { settings }) => settings.store.read((view) => standingOf(view, who)),

  rows: async ({ entities }, who, { settings }) => {
    if (entities.length > maxRowsAsked) return 'too-large'
    return settings.store.read((view) => {
      const rows = rowsFor(view, who, entities)
      return lacks(rows) ? rows : { rows }
    })
  },

  copy: async (_ask, who, { settings, vouch }) => {
    const { head, rows } = await settings.store.snapshot((store) => {
      const copy = snapshotFor(store, who)
      return { head: copy.head, rows: [...copy.rows] }
    })
    return { head, rows, checkpoint: vouch(head) }
  },

  'first-sync': async ({ atLeast = 0 }, who, { settings: { firstSync } }) =>
    firstSync === undefined ? 'not-here' : { manifests: await firstSync.manifests(who, atLeast) },

  'first-sync-chunk': async ({ sha256 }, who, { settings: { firstSync } }) => {
    const chunk = (await firstSync?.chunk(who, sha256)) ?? null
    return chunk === null ? 'unknown' : { chunk }
  },

  'agreed-place': async ({ places, checkpoint }, _who, { settings, writer }) => {
    if (places.length > mostPlaces) return 'too-large'
    const { publicKey, ports, store } = settings
    if (checkpoint !== null) await writer.write([(view) => witness(view, checkpoint, publicKey, ports)])
    return store.read<Asks['agreed-place']['answer']>((view) => {
      const rows = openDraft(view)
      const epoch = rows.row('log', 'log')?.epoch ?? 0
      const agreed = agreedPlace(view, places)
      if (typeof agreed === 'number' && rows.lacking().length === 0) return { g: agreed, epoch }
      return { needs: [...rows.lacking(), ...(typeof agreed === 'number' ? [] : agreed.needs)] }
    })
  },

  directory: (_ask, who, { settings }) =>
    settings.store.snapshot((store) => ({ rows: directoryFor(store, who) })),

  leases: ({ known }, who, { leases }) => leases.named(known, who),
  'lease-seed': ({ lease }, who, { leases }) => leases.seed(lease, who),
  return: (ask, who, { leases }) => leases.takeBack(ask, who),

  'room-way': async ({ addresses, port, fingerprint }, { device }, { settings, heardWay }) => {
    if (!settings.successors.includes(device)) return 'forbidden'
    if (addresses.length > maxWayAddresses) return 'too-large'
    heardWay({ device, addresses, port, fingerprint })
    return {}
  },

  blob: async ({ method, path, body }, { device }, { settings: { blobs } }) =>
    blobs === undefined ? 'not-here' : blobs({ method, path, body }, device),

  'erased-blobs': async ({ digests }, { device }, { settings: { erasedBlobs } }) => {
    if (digests.length > maxBlobsAsked) return 'too-large'
    return erasedBlobs === undefined ? 'not-here' : { erased: await erasedBlobs(digests, device) }
  },
}

function barredIn(view: Lookups, who: AdmittedPeer): { readonly is: boolean } | Needs {
  const rows = openDraft(view)
  const is = isBarred(rows, who)
  return rows.lacking().length > 0 ? { needs: rows.lacking() } : { is }
}

function standingOf(view: Lookups, { device }: AdmittedPeer): Asks['standing']['answer'] | Needs {
  const rows = openDraft(view)
  const { log, epoch, g } = rows.row('log', 'log') ?? emptyLog('')
  const chain = rows.row('chain', device)
  if (rows.lacking().length > 0) return { needs: rows.lacking() }
  const known = chain && chain.seq > 0 ? { seq: chain.seq, cid: base64UrlEncode(chain.digest) } : null
  return { log, epoch, g, chain: known ?? { seq: 0, cid: null } }
}

/** Each twice as far back as the one before: of any log there are fewer. */
const mostPlaces = 64
