import { maxBlobRequestBytes } from '../blobs/blobWire.ts'
import { maxChunkBytes } from '../first-sync/firstSyncManifest.ts'
import type { AskKind } from '../wire/asks.ts'

/** What one reader puts together of one feed: one entry, with a dossier given anew, may be large. */
export const maxFeedBytes = 16 * 1024 * 1024
/** What a page of news aims at: it leaves for every reader at once. */
export const newsPageBytes = 512 * 1024
/**
 * What a page that was asked for aims at. A page is a question, a transaction and a wait for the disk: with five times fewer
 * entries a pull takes a third more; with twice as many it takes no less, and the screens wait longer for each.
 */
export const pulledPageBytes = 4 * 1024 * 1024
export const feedPageEntries = 1_000
/** Less than an entry whose body is not shown takes: how many may be read for a page of so many bytes. */
export const leastEntryBytes = 200
/**
 * Commits sent and not answered; half of it is one push, one transaction there. More than an authority keeps waiting for a
 * predecessor: what it has no room for is sent again.
 */
export const pushWindowCommits = 256
export const pushWindowBytes = 1024 * 1024
/** States asked for at once. */
export const maxRowsAsked = 200
/** Attachments asked about at once: a question of 70 KiB. */
export const maxBlobsAsked = 1_000
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
  'room-way': { askBytes: envelope, answerBytes: envelope },
  blob: { askBytes: maxBlobRequestBytes + envelope, answerBytes: maxBlobRequestBytes + envelope },
  'erased-blobs': { askBytes: 2 * envelope, answerBytes: 2 * envelope },
}
