import { openDraft } from '#shared/operations/authority/draft.ts'
import { mightHaveRead } from '#shared/operations/blobs/readsCitation.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'
import type { SqlReader } from '../store/sqlDatabase.ts'
import { blobsLeftByErasures, readErasedCitations } from '../store/tables/citations.ts'
import { mostCitations } from './blobRights.ts'

/**
 * Which of the attachments that a laptop holds are to go: those that only erased commits cite (SV28), as far as it might have
 * read one of them (BL14). Of any other it is told nothing.
 */
export async function erasedBlobs(
  reader: SqlReader,
  store: Pick<AuthorityStore, 'read'>,
  organisation: string,
  digests: readonly string[],
  device: string,
): Promise<readonly string[]> {
  const left = new Set(await blobsLeftByErasures(reader, organisation))
  const told: string[] = []
  for (const sha256 of digests) {
    if (!left.has(sha256)) continue
    const sources = await readErasedCitations(reader, organisation, sha256, mostCitations)
    const { might } = await store.read<{ readonly might: boolean }>((view) => {
      const rows = openDraft(view)
      const might = mightHaveRead(rows, device, sources)
      const needs = rows.lacking()
      return needs.length > 0 ? { needs } : { might }
    })
    if (might) told.push(sha256)
  }
  return told
}
