import type { CommitRecord } from '#shared/operations/authority/records.ts'
import type { Verdict, VerdictCode } from '#shared/operations/authority/verdict.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import { bytesOf } from '../tables/bytesOf.ts'
import { neverRemoved, type RowTable } from './rowTable.ts'

/** Commits with their bytes as they came (SV5). Only the body may go away (SY28), and the verdict come. */
export const commitRows: RowTable<'commit'> = {
  async read(reader, { organisation }, cid) {
    const row = await reader.one<CommitRow>(
      `SELECT commit_id, device, user_id, seq, scope, header, body, signature, verdict, code, g FROM commits
       WHERE organisation = ? AND commit_id = ?`,
      organisation,
      digestOf(cid),
    )
    return row && recordOf(row)
  },
  async write(writer, { organisation }, cid, record) {
    neverRemoved(record)
    const { commit, ruling } = record
    const body = record.erased ? null : commit.body
    const verdict = ruling?.verdict ?? null
    await writer.run(
      `INSERT INTO commits (organisation, commit_id, device, user_id, seq, standing, scope, header, body, signature,
         verdict, code, g)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (organisation, commit_id) DO UPDATE
       SET body = excluded.body, verdict = excluded.verdict, code = excluded.code, g = excluded.g`,
      organisation,
      digestOf(cid),
      record.dev,
      record.usr,
      record.seq,
      verdict === 'forked' && !(await isInChain()) ? 'fork' : 'chain',
      record.scope,
      commit.header,
      body,
      commit.signature,
      verdict,
      ruling?.code ?? null,
      ruling?.g ?? null,
    )

    /** A forked device goes on with its chain, in vain; its second commit under one `seq` is in none. */
    async function isInChain(): Promise<boolean> {
      const first = await writer.one<{ readonly commit_id: Uint8Array }>(
        `SELECT commit_id FROM commits WHERE organisation = ? AND device = ? AND seq = ? AND standing = 'chain'`,
        organisation,
        record?.dev ?? '',
        record?.seq ?? 0,
      )
      return first === null || Buffer.from(first.commit_id).equals(digestOf(cid))
    }
  },
}

/** @throws on what is no identifier of a commit: the core makes them. */
export function digestOf(cid: string): Uint8Array {
  const digest = base64UrlDecode(cid)
  if (digest?.length !== 32) throw new RangeError('not the identifier of a commit')
  return digest
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
