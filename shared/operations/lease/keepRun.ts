import type { SignedCheckpoint } from '../authority/checkpoint.ts'
import type { Draft } from '../authority/draft.ts'
import type { Entry } from '../authority/entry.ts'
import { nextReceipt, receiptText } from '../authority/receipts.ts'
import { base64UrlDecode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import type { HubRun } from './hubRun.ts'

/** A run as the centre keeps it: who brought it, what vouches for it, how many pages of entries. */
export interface KeptRun {
  readonly device: string
  readonly checkpoint: KeptCheckpoint
  readonly pages: number
}

/** A {@link SignedCheckpoint} without bytes, as plain rows hold it. */
export interface KeptCheckpoint {
  readonly checkpoint: SignedCheckpoint['checkpoint']
  /** base64url. */
  readonly signature: string
}

/** A run that holds (`headOfRun`), and the device that brought it. */
export interface BroughtRun {
  readonly device: string
  readonly run: HubRun
}

/**
 * [SY62] Keeps what a room answered beside what the centre decided of it, for whoever controls: of each epoch the longest run, and
 * any that parts from it, for it is the proof of a hub that said two things. At most {@link mostRuns} of a lease. Brought
 * again it changes nothing.
 */
export function keepRun(rows: Draft, lease: string, { device, run }: BroughtRun, ports: CommitDigest): void {
  const ids = rows.row('index', `runs/${lease}`)?.ids ?? []
  const receipts = receiptsOf(run.entries, ports)
  const { epoch, g } = run.checkpoint.checkpoint
  for (const id of ids) {
    const kept = rows.row('roomRun', id)
    if (kept === null || kept.checkpoint.checkpoint.epoch !== epoch) continue
    const before = kept.checkpoint.checkpoint
    if (before.g >= g) {
      const same = keptEntries(rows, id, kept.pages).slice(0, g)
      if (receiptsOf(same, ports)[g] === receipts[g]) return
    } else if (before.r === receipts[before.g]) {
      write(rows, id, device, run)
      return
    }
  }
  if (ids.length >= mostRuns) return
  const id = `${lease}/${ids.length + 1}`
  write(rows, id, device, run)
  rows.put('index', `runs/${lease}`, { ids: [...ids, id] })
}

/** The runs that are kept of a lease, in the order in which they came. */
export const keptRuns = (rows: Draft, lease: string): readonly HubRun[] =>
  (rows.row('index', `runs/${lease}`)?.ids ?? []).flatMap((id) => {
    const kept = rows.row('roomRun', id)
    if (kept === null) return []
    const { signature, ...signed } = kept.checkpoint
    const checkpoint = { ...signed, signature: base64UrlDecode(signature) ?? new Uint8Array(0) }
    return [{ entries: keptEntries(rows, id, kept.pages), checkpoint }]
  })

function write(rows: Draft, id: string, device: string, { entries, checkpoint }: HubRun): void {
  const pages = Math.ceil(entries.length / entriesPerPage)
  for (let page = 1; page <= pages; page++)
    rows.put('roomRunPage', `${id}/${page}`, {
      entries: entries.slice((page - 1) * entriesPerPage, page * entriesPerPage),
    })
  const { signature, ...signed } = checkpoint
  rows.put('roomRun', id, {
    device,
    checkpoint: { ...signed, signature: receiptText(signature) },
    pages,
  })
}

function keptEntries(rows: Draft, id: string, pages: number): readonly Entry[] {
  return Array.from(
    { length: pages },
    (_, index) => rows.row('roomRunPage', `${id}/${index + 1}`)?.entries ?? [],
  ).flat()
}

/** r_0 … r_n as text. */
function receiptsOf(entries: readonly Entry[], ports: CommitDigest): readonly string[] {
  let r: Uint8Array = new Uint8Array(32)
  const receipts = [receiptText(r)]
  for (const entry of entries) {
    r = nextReceipt(r, entry, ports)
    receipts.push(receiptText(r))
  }
  return receipts
}

/** A hub, its successors, and room for what should never be. */
const mostRuns = 8
const entriesPerPage = 256
