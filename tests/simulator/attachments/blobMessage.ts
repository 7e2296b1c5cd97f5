import type { BlobRequest, BlobResponse } from '#shared/operations/blobs/blobWire.ts'

/** What is said of attachments, to the centre and to the hub of a room: a question bears an id, its answer the same. */
export type BlobMessage =
  | {
      readonly kind: 'blob-ask'
      readonly id: number
      readonly device: string
      readonly request: BlobRequest
    }
  | { readonly kind: 'blob-answer'; readonly id: number; readonly response: BlobResponse }
  /** [BL14] Which of these do only erased commits cite? */
  | {
      readonly kind: 'ask-erased'
      readonly id: number
      readonly device: string
      readonly digests: readonly string[]
    }
  | { readonly kind: 'erased'; readonly id: number; readonly digests: readonly string[] }

export const isBlobMessage = (message: { readonly kind: string }): message is BlobMessage =>
  ['blob-ask', 'blob-answer', 'ask-erased', 'erased'].includes(message.kind)
