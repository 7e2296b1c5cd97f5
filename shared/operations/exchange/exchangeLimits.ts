import { maxBlobRequestBytes } from '../blobs/blobWire.ts'
import { maxChunkBytes } from '../first-sync/firstSyncManifest.ts'
import type { AskKind } from '../wire/asks.ts'

/** What one reader puts together of one feed: one entry, with a dossier given anew, may be large. */
export const maxFeedBytes = 16 * 1024 * 1024
/** What a page of the log aims at. */
export const feedPageBytes = 512 * 1024
export const feedPageEntries = 200
/** Commits sent and not answered: within what an authority keeps waiting for a predecessor. */
export const pushWindowCommits = 64
export const pushWindowBytes = 1024 * 1024
/** States asked for at once. */
export const maxRowsAsked = 200
/** Questions of one peer that are being answered. */
export const maxAsksAtOnce = 4

const mebibyte = 1024 * 1024
const envelope = 64 * 1024

/** By kind: the longest question and the longest answer that anybody puts together. */
export const askLimits: Readonly<
  Record<AskKind, { readonly askBytes: number; readonly answerBytes: number }>
> = {
  standing: { askBytes: envelope, answerBytes: envelope },
  rows: { askBytes: envelope, answerBytes: 64 * mebibyte },
  copy: { askBytes: envelope, answerBytes: 64 * mebibyte },
  'first-sync': { askBytes: envelope, answerBytes: 32 * mebibyte },
  'first-sync-chunk': { askBytes: envelope, answerBytes: maxChunkBytes + envelope },
  'agreed-place': { askBytes: envelope, answerBytes: envelope },
  leases: { askBytes: envelope, answerBytes: mebibyte },
  directory: { askBytes: envelope, answerBytes: 16 * mebibyte },
  'lease-seed': { askBytes: envelope, answerBytes: 64 * mebibyte },
  return: { askBytes: 64 * mebibyte, answerBytes: envelope },
  blob: { askBytes: maxBlobRequestBytes + envelope, answerBytes: maxBlobRequestBytes + envelope },
}
