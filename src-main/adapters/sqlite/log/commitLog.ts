import type { Database } from 'better-sqlite3'
import type { CommitBody, CommitHeader, SignedCommit } from '#shared/operations/commit.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'

export interface StoredCommit extends SignedCommit {
  /** Receipt order in this file, from 1 without a gap. */
  readonly position: number
  readonly device: string
  readonly seq: number
}

/** The log of the file: raw statements, prepared once; bytes in, the same bytes out. */
export interface CommitLog {
  /** Answers the position. */
  append(commit: SignedCommit, device: string, seq: number): number
  lastOf(device: string): StoredCommit | undefined
  at(position: number): StoredCommit
  /** Whether the bodies of all these are here: what was taken away from a shared file leaves headers alone. */
  areWhole(positions: readonly number[]): boolean
  /** How many bodies are not here. */
  withoutBody(): number
  /** Every commit in receipt order. */
  walk(): Generator<StoredCommit, void, void>
  /** Header and body of a commit that this program verified when it wrote it; the last few are kept decoded. */
  decoded(position: number): { readonly header: CommitHeader; readonly body: CommitBody }
}

export function commitLog(database: Database): CommitLog {
  const columns = 'position, device, seq, id, header, body, signature'
  const insert = database.prepare(
    'INSERT INTO commits (device, seq, id, header, body, signature) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const last = database.prepare<[string], StoredCommit>(
    `SELECT ${columns} FROM commits WHERE device = ? ORDER BY seq DESC LIMIT 1`,
  )
  const one = database.prepare<[number], StoredCommit>(`SELECT ${columns} FROM commits WHERE position = ?`)
  const following = database.prepare<[number], StoredCommit>(
    `SELECT ${columns} FROM commits WHERE position > ? ORDER BY position LIMIT 1`,
  )
  const countWithoutBody = database
    .prepare<[], number>('SELECT count(*) FROM commits WHERE length(body) = 0')
    .pluck()
  const recent = new Map<number, { header: CommitHeader; body: CommitBody }>()

  const at = (position: number): StoredCommit => {
    const commit = one.get(position)
    if (commit === undefined) throw new Error(`no commit at position ${position}`)
    return commit
  }
  return {
    append: (commit, device, seq) => {
      const { lastInsertRowid } = insert.run(
        device,
        seq,
        commit.id,
        commit.header,
        commit.body,
        commit.signature,
      )
      // A position may come back after a rollback, with another commit.
      recent.delete(Number(lastInsertRowid))
      return Number(lastInsertRowid)
    },
    lastOf: (device) => last.get(device),
    at,
    areWhole: (positions) => positions.every((position) => at(position).body.length > 0),
    withoutBody: () => countWithoutBody.get() ?? 0,
    *walk() {
      // One statement per step: an open cursor would forbid any other use of the connection meanwhile.
      for (let commit = following.get(0); commit !== undefined; commit = following.get(commit.position))
        yield commit
    },
    decoded: (position) => {
      const known = recent.get(position)
      if (known !== undefined) return known
      const stored = at(position)
      const header = decodeCommitHeader(stored.header)
      const body = decodeCommitBody(stored.body)
      if (!header.ok || !body.ok) throw new Error(`commit ${position} cannot be read`)
      const decoded = { header: header.value, body: body.value }
      if (recent.size >= recentCommits) recent.delete(recent.keys().next().value as number)
      recent.set(position, decoded)
      return decoded
    },
  }
}

/** At most 256 KiB each. */
const recentCommits = 32
