import type { BlobRights, BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { authorityStore } from '../authority/authorityStore.ts'
import type { LogAppender } from '../store/logAppender.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { blobRights } from './blobRights.ts'
import { discardErased } from './discardErased.ts'

/** The attachments of each organisation: where they lie, and who may move them. */
export interface Attachments {
  store(organisation: string): BlobStore
  rights(organisation: string): BlobRights
  /** See {@link discardErased}: of every organisation, or of one. */
  discardErased(organisation?: string): Promise<void>
}

/** @param open a store of its own for each organisation. */
export function attachments(
  { database, authority, clock }: AccountContext,
  appender: LogAppender,
  open: (organisation: string) => BlobStore,
): Attachments {
  const stores = new Map<string, BlobStore>()
  const store = (organisation: string): BlobStore => {
    const known = stores.get(organisation) ?? open(organisation)
    stores.set(organisation, known)
    return known
  }
  return {
    store,
    rights: (organisation) =>
      blobRights(
        database,
        authorityStore(placeOf(organisation), { database, appender, authority, clock }),
        organisation,
      ),
    async discardErased(one) {
      const all =
        one === undefined
          ? await database.all<{ readonly organisation: string }>('SELECT organisation FROM organisations')
          : [{ organisation: one }]
      for (const { organisation } of all) await discardErased(database, organisation, store(organisation))
    },
  }
}
