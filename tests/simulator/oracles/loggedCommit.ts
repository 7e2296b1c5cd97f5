import type { DiskReader } from '../kernel/disk.ts'

/** One entry of a log with its commit, read from the bytes on a disk by nothing of what the core reads with. */
export interface LoggedCommit {
  readonly g: number
  readonly epoch: number
  readonly cid: string
  readonly verdict: string
  readonly code: string
  readonly via: string | null
  readonly device: string
  readonly user: string
  readonly seq: number
  readonly scope: string
  readonly schema: number
  readonly base: { readonly g: number; readonly r: string } | null
  /** Null: the body was erased. */
  readonly operations: readonly LoggedOperation[] | null
}

export interface LoggedOperation {
  readonly id: string
  readonly kind: string
  readonly aggregate: string
  readonly entity: string
  readonly version: number | null
  readonly onBehalfOf: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** The log that stands on a disk under `name`, in its order. */
export function loggedCommits(disk: DiskReader, name: string): readonly LoggedCommit[] {
  return disk
    .list(`${name}:entry|`)
    .map(([, row]) => row as StoredEntry)
    .sort((a, b) => a.entry.g - b.entry.g)
    .flatMap(({ entry }) => {
      const record = disk.get(`${name}:commit|${entry.cid}`) as StoredCommit | undefined
      return record === undefined ? [] : [{ ...readCommit(record.commit), ...entry }]
    })
}

interface StoredEntry {
  readonly entry: {
    readonly g: number
    readonly epoch: number
    readonly cid: string
    readonly verdict: string
    readonly code: string
    readonly via: string | null
  }
}

interface StoredCommit {
  readonly commit: { readonly header: Uint8Array; readonly body: Uint8Array }
}

export function readCommit(
  commit: StoredCommit['commit'],
): Omit<LoggedCommit, 'g' | 'epoch' | 'cid' | 'verdict' | 'code' | 'via'> {
  const header = JSON.parse(text.decode(commit.header))
  return {
    device: header.dev,
    user: header.usr,
    seq: header.seq,
    scope: header.scope,
    schema: header.sv,
    base: header.base,
    operations: commit.body.length === 0 ? null : JSON.parse(text.decode(commit.body)).ops.map(readOperation),
  }
}

const readOperation = (op: {
  readonly id: string
  readonly k: string
  readonly e: string
  readonly x?: number
  readonly ob?: string
  readonly d: Readonly<Record<string, unknown>>
}): LoggedOperation => ({
  id: op.id,
  kind: op.k,
  aggregate: op.e.split('/')[0] ?? '',
  entity: op.e,
  version: op.x ?? null,
  onBehalfOf: op.ob ?? null,
  data: op.d,
})

const text = new TextDecoder()
