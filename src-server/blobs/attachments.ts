import type { BlobRights, BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { authorityStore } from '../authority/authorityStore.ts'
import type { LogAppender } from '../store/logAppender.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { blobRights } from './blobRights.ts'

/** The attachments of each organisation: where they lie, and who may move them. */
export interface Attachments {
  store(organisation: string): BlobStore
  rights(organisation: string): BlobRights
}

/** @param open a store of its own for each organisation. */
export function attachments(
  { database, authority, clock }: AccountContext,
  appender: LogAppender,
  open: (organisation: string) => BlobStore,
): Attachments {
  const stores = new Map<string, BlobStore>()
  return {
    store(organisation) {
      const known = stores.get(organisation) ?? open(organisation)
      stores.set(organisation, known)
      return known
    },
    rights: (organisation) =>
      blobRights(
        database,
        authorityStore(placeOf(organisation), { database, appender, authority, clock }),
        organisation,
      ),
  }
}
