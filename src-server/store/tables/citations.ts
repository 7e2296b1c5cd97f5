import type { RowChange } from '#shared/operations/authority/rows.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import { writeMany } from '../rows/manyRows.ts'
import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'

/** Where an attachment is cited: in the commit of a device, or in an aggregate of the file that was brought. */
export interface Citation {
  /** SHA-256 of the attachment, hex. */
  readonly blob: string
  /** Identifier of the commit (43 characters), or entity (with its slash). */
  readonly source: string
  readonly device: string
}

/** What newly received commits cite. */
export const citationsOf = (changes: readonly RowChange[]): readonly Citation[] =>
  changes.flatMap((change) => {
    if (change.table !== 'commit' || change.row === null || change.row.erased) return []
    const { commit, dev } = change.row
    // Nearly none cites anything: a look at its bytes spares reading it.
    if (!digestText.test(Buffer.from(commit.body).toString('latin1'))) return []
    const body = decodeCommitBody(commit.body)
    const cited = new Set(body.ok ? body.value.ops.flatMap((operation) => blobsCitedBy(operation)) : [])
    return [...cited].map((blob) => ({ blob, source: change.key, device: dev }))
  })

const digestText = /"[0-9a-f]{64}"/

/** Knowing one already changes nothing. */
export const keepCitations = (
  writer: SqlWriter,
  organisation: string,
  citations: readonly Citation[],
): Promise<void> =>
  writeMany(
    writer,
    {
      table: 'citations',
      columns: ['organisation', 'blob', 'source', 'device'],
      key: ['organisation', 'blob', 'source'],
      changed: [],
    },
    citations.map(({ blob, source, device }) => [organisation, Buffer.from(blob, 'hex'), source, device]),
  )

/** Where an attachment is cited, commits that were erased left out (SY28); the first that were found, `limit` at most. */
export const readCitations = (
  reader: SqlReader,
  organisation: string,
  blob: string,
  limit: number,
): Promise<readonly Pick<Citation, 'source' | 'device'>[]> =>
  reader.all(
    `SELECT source, device FROM citations c WHERE organisation = ? AND blob = ? AND NOT ${isErased}
     ORDER BY source LIMIT ?`,
    organisation,
    Buffer.from(blob, 'hex'),
    limit,
  )

/** Attachments that commits cited which were erased since, and nothing else does: SHA-256, hex. */
export async function blobsLeftByErasures(
  reader: SqlReader,
  organisation: string,
): Promise<readonly string[]> {
  const rows = await reader.all<{ readonly blob: Uint8Array }>(
    `SELECT DISTINCT blob FROM citations c WHERE organisation = ? AND ${isErased}
     AND NOT EXISTS (SELECT 1 FROM citations o WHERE o.organisation = c.organisation AND o.blob = c.blob
       AND NOT ${isErased.replaceAll('c.', 'o.')})`,
    organisation,
  )
  return rows.map(({ blob }) => Buffer.from(blob).toString('hex')).sort()
}

/** Which commits cited an attachment and were erased; the first that were found, `limit` at most. */
export const readErasedCitations = async (
  reader: SqlReader,
  organisation: string,
  blob: string,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await reader.all<{ readonly source: string }>(
    `SELECT source FROM citations c WHERE organisation = ? AND blob = ? AND ${isErased} ORDER BY source LIMIT ?`,
    organisation,
    Buffer.from(blob, 'hex'),
    limit,
  )
  return rows.map(({ source }) => source)
}

/** Of a citation `c`. */
const isErased = `EXISTS (SELECT 1 FROM authority_rows e
  WHERE e.organisation = c.organisation AND e.kind = 'erasure' AND e.row_key = c.source)`
