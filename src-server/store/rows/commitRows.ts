import type { CommitRecord } from '#shared/operations/authority/records.ts'
import type { Verdict, VerdictCode } from '#shared/operations/authority/verdict.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from '../tables/bytesOf.ts'
import { readMany, writeMany } from './manyRows.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

/** Commits with their bytes as they came (SV5). Only the body may go away (SY28), and the verdict come. */
export const commitRows: RowTable<'commit'> = {
  async read(reader, { organisation }, cids) {
    const rows = await readMany<CommitRow>(
      reader,
      { table: 'commits', keyColumn: 'commit_id', columns },
      organisation,
      cids.map(digestOf),
    )
    const found = new Map(rows.map((row) => [base64UrlEncode(bytesOf(row.commit_id)), recordOf(row)]))
    return cids.map((cid) => found.get(cid) ?? null)
  },
  async write(writer, { organisation }, changes) {
    const rows = []
    const first = new Map<string, string>()
    for (const change of changes) {
      const record = neverRemoved(change)
      const { commit, ruling } = record
      const link = `${record.dev}/${record.seq}`
      const isFirst = (first.get(link) ?? change.key) === change.key
      first.set(link, first.get(link) ?? change.key)
      const isFork =
        ruling?.verdict === 'forked' &&
        (!isFirst || !(await isInChain(writer, organisation, change.key, record)))
      rows.push([
        organisation,
        digestOf(change.key),
        record.dev,
        record.usr,
        record.seq,
        isFork ? 'fork' : 'chain',
        record.scope,
        commit.header,
        record.erased ? null : commit.body,
        commit.signature,
        ruling?.verdict ?? null,
        ruling?.code ?? null,
        ruling?.g ?? null,
      ])
    }
    await writeMany(writer, written, rows)
  },
}

/** A forked device goes on with its chain, in vain; its second commit under one `seq` is in none. */
async function isInChain(
  writer: SqlWriter,
  organisation: string,
  cid: string,
  { dev, seq }: CommitRecord,
): Promise<boolean> {
  const first = await writer.one<{ readonly commit_id: Uint8Array }>(
    `SELECT commit_id FROM commits WHERE organisation = ? AND device = ? AND seq = ? AND standing = 'chain'`,
    organisation,
    dev,
    seq,
  )
  return first === null || Buffer.from(first.commit_id).equals(digestOf(cid))
}

/** @throws on what is no identifier of a commit: the core makes them. */
export function digestOf(cid: string): Uint8Array {
  const digest = base64UrlDecode(cid)
  if (digest?.length !== 32) throw new RangeError('not the identifier of a commit')
  return digest
}

const columns = 'commit_id, device, user_id, seq, scope, header, body, signature, verdict, code, g'

const written = {
  table: 'commits',
  columns: [
    ...['organisation', 'commit_id', 'device', 'user_id', 'seq', 'standing', 'scope'],
    ...['header', 'body', 'signature', 'verdict', 'code', 'g'],
  ],
  key: ['organisation', 'commit_id'],
  changed: ['body', 'verdict', 'code', 'g'],
}

interface CommitRow {
  readonly commit_id: Uint8Array
  readonly device: string
  readonly user_id: string
  readonly seq: number
  readonly scope: string
  readonly header: Uint8Array
  readonly body: Uint8Array | null
  readonly signature: Uint8Array
  readonly verdict: Verdict | null
  readonly code: VerdictCode | null
  readonly g: number | null
}

const recordOf = ({ verdict, code, g, ...row }: CommitRow): CommitRecord => ({
  commit: {
    header: bytesOf(row.header),
    body: bytesOf(row.body ?? new Uint8Array()),
    signature: bytesOf(row.signature),
    id: bytesOf(row.commit_id),
  },
  dev: row.device,
  usr: row.user_id,
  seq: row.seq,
  scope: row.scope,
  ruling: verdict === null || code === null || g === null ? null : { verdict, code, g },
  erased: row.body === null,
})
