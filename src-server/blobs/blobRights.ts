import { openDraft } from '#shared/operations/authority/draft.ts'
import type { BlobRights } from '#shared/operations/blobs/blobPorts.ts'
import { readsCitation } from '#shared/operations/blobs/readsCitation.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import { devicesOf, readDevice } from '../accounts/devices.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import { readCitations } from '../store/tables/citations.ts'

/** Who may move which attachment, by what the log says now (BL8). */
export function blobRights(reader: SqlReader, store: AuthorityStore, organisation: string): BlobRights {
  return {
    async mayUpload(device, sha256) {
      const cited = await readCitations(reader, organisation, sha256, mostCitations)
      if (cited.length === 0) return false
      if (cited.some((citation) => citation.device === device)) return true
      const asking = await readDevice(reader, organisation, device)
      if (asking?.standing !== 'valid') return false
      // A hub brings what its room kept, whoever joined it: it holds every body of its room already.
      if (asking.mayHub) return true
      // A laptop that enrolled again brings what it wrote under its former key.
      const own = (await devicesOf(reader, organisation, asking.userId)).map(({ id }) => id)
      return cited.some((citation) => own.includes(citation.device))
    },
    async mayDownload(device, sha256) {
      const cited = await readCitations(reader, organisation, sha256, mostCitations)
      if (cited.length === 0) return false
      const { may } = await store.read<{ readonly may: boolean }>((view) => {
        const rows = openDraft(view)
        const sources = cited.map(({ source }) => source)
        const may = readsCitation(rows, device, sources)
        const needs = rows.lacking()
        return needs.length > 0 ? { needs } : { may }
      })
      return may
    },
  }
}

/** The same document joined more often than that is looked for in the first of them. */
export const mostCitations = 200
