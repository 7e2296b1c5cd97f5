import { utf8Encode } from '../commitUtf8.ts'
import type { Verdict, VerdictCode } from './verdict.ts'

/**
 * The answer of an authority to one commit. It names no scope, no device and no person: everybody reads every receipt
 * [SY3]. A commit that was `deferred` has a second entry, later.
 */
export interface Entry {
  readonly log: string
  /** Restore counter of a centre, succession of a hub: from 0. */
  readonly epoch: number
  /** Place in the log: from 1, without a gap. */
  readonly g: number
  /** Identifier of the commit: base64url of SHA-256 of its header. */
  readonly cid: string
  readonly verdict: Verdict
  readonly code: VerdictCode
  /** Milliseconds since 1970-01-01T00:00:00Z, by the clock of the authority. For people to read: decides nothing. */
  readonly at: number
  /** Log of the hub whose order brought it; null when it came straight. */
  readonly via: string | null
}

/** The bytes that a receipt covers. */
export const entryBytes = (entry: Entry): Uint8Array => utf8Encode(entryText(entry))

/** Its canonical JSON, written in one go: every entry is written at each receipt, each feed and each reading of one. */
export const entryText = ({ log, epoch, g, cid, verdict, code, at, via }: Entry): string =>
  `{"at":${at},"cid":${JSON.stringify(cid)},"code":${JSON.stringify(code)},"epoch":${epoch},"g":${g},` +
  `"log":${JSON.stringify(log)},"verdict":${JSON.stringify(verdict)},"via":${JSON.stringify(via)}}`
