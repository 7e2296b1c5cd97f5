import type { SignedCheckpoint } from '../authority/checkpoint.ts'
import type { LogRecord } from '../authority/records.ts'
import type { RowChange } from '../authority/rows.ts'
import type { LogPosition } from '../commit.ts'
import type { FedRow } from '../feed/feed.ts'
import type { SignedFirstSync } from '../first-sync/firstSyncManifest.ts'
import type { Lease } from '../lease/lease.ts'
import {
  count,
  exactly,
  list,
  named,
  nothing,
  nullable,
  oneOf,
  record,
  type Shape,
  text,
} from '../schema/shape.ts'
import type { AskKind } from '../wire/asks.ts'
import type { RoomWay, WholeCommit } from '../wire/wireFrame.ts'
import {
  bytes,
  bytesOf,
  fedRow,
  lease,
  logPosition,
  logRecord,
  rowChange,
  signedCheckpoint,
  wholeCommit,
} from './shapes.ts'

type Nothing = Record<string, never>

/** What each kind of question says, and what its answer says. */
export interface Asks {
  standing: {
    ask: Nothing
    answer: {
      readonly log: string
      readonly epoch: number
      readonly g: number
      /** Last commit of this device that the authority received; `cid` null for `seq` 0. */
      readonly chain: { readonly seq: number; readonly cid: string | null }
    }
  }
  rows: { ask: { readonly entities: readonly string[] }; answer: { readonly rows: readonly FedRow[] } }
  copy: {
    ask: Nothing
    answer: {
      readonly head: LogRecord
      readonly rows: readonly FedRow[]
      readonly checkpoint: SignedCheckpoint
    }
  }
  'first-sync': {
    /** As of this place of the log or a later one; absent: of whatever copy there is. */
    ask: { readonly atLeast?: number }
    answer: { readonly manifests: readonly SignedFirstSync[] }
  }
  'first-sync-chunk': {
    /** As its manifest writes it. */
    ask: { readonly sha256: string }
    answer: { readonly chunk: Uint8Array }
  }
  'agreed-place': {
    ask: { readonly places: readonly LogPosition[]; readonly checkpoint: SignedCheckpoint | null }
    answer: { readonly g: number; readonly epoch: number }
  }
  leases: {
    /** Leases whose log this device holds, and whose end it does not know. */
    ask: { readonly known: readonly string[] }
    answer: { readonly leases: readonly Lease[] }
  }
  directory: { ask: Nothing; answer: { readonly rows: readonly RowChange[] } }
  'lease-seed': {
    ask: { readonly lease: string }
    answer: { readonly lease: Lease; readonly rows: readonly RowChange[] }
  }
  return: {
    ask: {
      readonly lease: string
      /** Bytes of the entries, from the first. */
      readonly entries: readonly Uint8Array[]
      readonly checkpoint: SignedCheckpoint
      readonly commits: readonly WholeCommit[]
    }
    /** `voided`: kept with what the others hold; not ended yet. */
    answer: { readonly standing: 'returned' | 'voided' | 'set-apart' }
  }
  'room-way': { ask: Omit<RoomWay, 'device'>; answer: Nothing }
  blob: {
    ask: { readonly method: string; readonly path: string; readonly body: Uint8Array }
    answer: {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }
  }
  'erased-blobs': {
    /** SHA-256, hex. */
    ask: { readonly digests: readonly string[] }
    answer: { readonly erased: readonly string[] }
  }
}

export const askShapes: {
  readonly [K in AskKind]: { readonly ask: Shape<Asks[K]['ask']>; readonly answer: Shape<Asks[K]['answer']> }
} = {
  standing: {
    ask: nothing,
    answer: exactly<Asks['standing']['answer']>({
      log: named,
      epoch: count(),
      g: count(),
      chain: exactly<Asks['standing']['answer']['chain']>({ seq: count(), cid: nullable(named) }),
    }),
  },
  rows: {
    ask: exactly<Asks['rows']['ask']>({ entities: list(named) }),
    answer: exactly<Asks['rows']['answer']>({ rows: list(fedRow) }),
  },
  copy: {
    ask: nothing,
    answer: exactly<Asks['copy']['answer']>({
      head: logRecord,
      rows: list(fedRow),
      checkpoint: signedCheckpoint,
    }),
  },
  'first-sync': {
    ask: exactly<Asks['first-sync']['ask']>({ atLeast: count() }, ['atLeast']),
    answer: exactly<Asks['first-sync']['answer']>({
      manifests: list(exactly<SignedFirstSync>({ manifest: bytes, signature: bytesOf(64) })),
    }),
  },
  'first-sync-chunk': {
    ask: exactly<Asks['first-sync-chunk']['ask']>({ sha256: named }),
    answer: exactly<Asks['first-sync-chunk']['answer']>({ chunk: bytes }),
  },
  'agreed-place': {
    ask: exactly<Asks['agreed-place']['ask']>({
      places: list(logPosition),
      checkpoint: nullable(signedCheckpoint),
    }),
    answer: exactly<Asks['agreed-place']['answer']>({ g: count(), epoch: count() }),
  },
  leases: {
    ask: exactly<Asks['leases']['ask']>({ known: list(named) }),
    answer: exactly<Asks['leases']['answer']>({ leases: list(lease) }),
  },
  directory: { ask: nothing, answer: exactly<Asks['directory']['answer']>({ rows: list(rowChange) }) },
  'lease-seed': {
    ask: exactly<Asks['lease-seed']['ask']>({ lease: named }),
    answer: exactly<Asks['lease-seed']['answer']>({ lease, rows: list(rowChange) }),
  },
  return: {
    ask: exactly<Asks['return']['ask']>({
      lease: named,
      entries: list(bytes),
      checkpoint: signedCheckpoint,
      commits: list(wholeCommit),
    }),
    answer: exactly<Asks['return']['answer']>({ standing: oneOf('returned', 'voided', 'set-apart') }),
  },
  'room-way': {
    ask: exactly<Asks['room-way']['ask']>({
      addresses: list(named),
      port: count(),
      fingerprint: named,
    }),
    answer: nothing,
  },
  blob: {
    ask: exactly<Asks['blob']['ask']>({ method: named, path: named, body: bytes }),
    answer: exactly<Asks['blob']['answer']>({ status: count(), headers: record(text), body: bytes }),
  },
  'erased-blobs': {
    ask: exactly<Asks['erased-blobs']['ask']>({ digests: list(named) }),
    answer: exactly<Asks['erased-blobs']['answer']>({ erased: list(named) }),
  },
}
