import { openDraft } from '#shared/operations/authority/draft.ts'
import type { BlobRights } from '#shared/operations/blobs/blobPorts.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import { mayRead } from '#shared/operations/rights/mayRead.ts'
import { scopeOf } from '#shared/operations/scopes/scopeOf.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import { readCitations } from '../store/tables/citations.ts'

/** Who may move which attachment, by what the log says now (BL8). */
export function blobRights(reader: SqlReader, store: AuthorityStore, organisation: string): BlobRights {
  return {
    async mayUpload(device, sha256) {
      const cited = await readCitations(reader, organisation, sha256, mostCitations)
      return cited.some((citation) => citation.device === device)
    },
    async mayDownload(device, sha256) {
      const cited = await readCitations(reader, organisation, sha256, mostCitations)
      if (cited.length === 0) return false
      const { may } = await store.read<{ readonly may: boolean }>((view) => {
        const rows = openDraft(view)
        const user = rows.row('device', device)?.user ?? ''
        const mandates = rows.row('mandates', user)?.list ?? []
        const may = cited.some(({ source }) => {
          if (source.includes('/')) {
            // Of the file that was brought: as long as the aggregate is there and may be read.
            const scope = scopeOf({ kind: '', entity: source, data: null }, rows)
            return (
              scope !== null && rows.row('aggregate', source)?.state != null && mayRead(mandates, scope, rows)
            )
          }
          const record = rows.row('commit', source)
          return record?.ruling?.verdict === 'ok' && !record.erased && mayRead(mandates, record.scope, rows)
        })
        const needs = rows.lacking()
        return needs.length > 0 ? { needs } : { may }
      })
      return may
    },
  }
}

/** The same document joined more often than that is looked for in the first of them. */
const mostCitations = 200
