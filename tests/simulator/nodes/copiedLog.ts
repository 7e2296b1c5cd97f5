import type { Checkpoint } from '#shared/operations/authority/checkpoint.ts'
import type { Entry } from '#shared/operations/authority/entry.ts'
import { emptyLog, headAfter, type LogHead, receiptText } from '#shared/operations/authority/receipts.ts'
import type { CommittedOperation, SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { FoldedCopy } from './foldedCopy.ts'
import type { FeedItem } from './message.ts'
import type { WorldOf } from './worldOf.ts'

/** A log as a laptop copies it: every receipt, the bodies that it may read, and how far it is. */
export interface CopiedLog {
  readonly head: LogHead
  /** The entries that are held, by place. */
  readonly items: ReadonlyMap<number, FeedItem>
  /**
   * Takes what follows its head and nothing else; answers the rows to write in one transaction, and the items that were
   * new. Null: the receipts do not hold, and nothing is taken.
   */
  take(items: readonly FeedItem[]): Taken | null
  /** Takes a first copy, which must lead to its position; `unchecked`, as bugs of the zoo do, whatever it leads to. */
  takeCopy(
    items: readonly FeedItem[],
    position: Pick<Checkpoint, 'epoch' | 'g' | 'r'>,
    unchecked: boolean,
  ): Taken | null
  /** A body that may be read from now on, or not any more. */
  replace(g: number, commit: SignedCommit | null): Rows
  /** Forgets everything: the rows that go. */
  reset(): Rows
  /** Its operations leave the fold; what is on the disk stays. */
  letGo(): void
}

export interface Taken {
  readonly rows: Rows
  readonly taken: readonly FeedItem[]
}

export const cursorKey = (log: string): string => `cursor|${log}`
export const copiedKey = (log: string, g: number): string => `copied|${log}|${String(g).padStart(6, '0')}`

/** @param fold Where the accepted operations go; `orderOf` gives each its place among those of other logs. */
export function copiedLog(
  disk: DiskReader,
  log: string,
  world: WorldOf,
  fold: FoldedCopy,
  orderOf: (g: number) => number,
): CopiedLog {
  const items = new Map(
    disk.list(`copied|${log}|`).map(([, row]) => [(row as FeedItem).entry.g, row as FeedItem] as const),
  )
  let head = (disk.get(cursorKey(log)) as LogHead | undefined) ?? emptyLog(log)
  for (const item of items.values()) fold.add(orderOf(item.entry.g), operationsOf(item))
  const taking = (next: LogHead, taken: readonly FeedItem[]): Taken => {
    for (const item of taken) {
      items.set(item.entry.g, item)
      fold.add(orderOf(item.entry.g), operationsOf(item))
    }
    head = next
    return {
      rows: [...taken.map((item) => [copiedKey(log, item.entry.g), item] as const), [cursorKey(log), head]],
      taken,
    }
  }
  return {
    get head() {
      return head
    },
    items,
    takeCopy(offered, { epoch, g, r }, unchecked) {
      let next = head
      for (const { entry, commit } of unchecked ? [] : offered) {
        const after = headAfter(next, entry, world.cryptography)
        if (after === null || !isBodyOf(entry, commit, world)) return null
        next = after
      }
      if (!unchecked && (next.g !== g || receiptText(next.r) !== r)) return null
      return taking({ log, epoch, g, r: base64UrlDecode(r) ?? new Uint8Array(32) }, offered)
    },
    take(offered) {
      let next = head
      const taken: FeedItem[] = []
      for (const item of offered) {
        if (item.entry.g <= next.g) continue
        const after = headAfter(next, item.entry, world.cryptography)
        if (after === null || !isBodyOf(item.entry, item.commit, world)) return null
        next = after
        taken.push(item)
      }
      // Z14: a long run is cut, and nobody is told.
      return taking(next, world.bug === 'Z14' ? taken.slice(0, 8) : taken)
    },
    replace(g, commit) {
      const item = items.get(g)
      if (item === undefined) return []
      fold.remove(orderOf(g), operationsOf(item))
      const next = { entry: item.entry, commit }
      items.set(g, next)
      fold.add(orderOf(g), operationsOf(next))
      return [[copiedKey(log, g), next]]
    },
    letGo() {
      for (const item of items.values()) fold.remove(orderOf(item.entry.g), operationsOf(item))
    },
    reset() {
      const gone = [...items.values()]
      for (const item of gone) fold.remove(orderOf(item.entry.g), operationsOf(item))
      items.clear()
      head = emptyLog(log)
      return [
        ...gone.map(({ entry }) => [copiedKey(log, entry.g), undefined] as const),
        [cursorKey(log), head],
      ]
    },
  }
}

/** What an item changes: the operations of an accepted commit whose body is held. */
export function operationsOf({ entry, commit }: FeedItem): readonly CommittedOperation[] {
  if (entry.verdict !== 'ok' || commit === null || commit.body.length === 0) return []
  const body = decodeCommitBody(commit.body)
  return body.ok ? body.value.ops : []
}

/** A commit that comes with an entry is the one that the entry names, and its body the one that its header names. */
function isBodyOf(entry: Entry, commit: SignedCommit | null, { cryptography, bug }: WorldOf): boolean {
  if (commit === null) return true
  if (receiptText(cryptography.sha256(commit.header)) !== entry.cid) return false
  if (bug === 'B6' || commit.body.length === 0) return true
  return (
    JSON.parse(new TextDecoder().decode(commit.header)).bh === receiptText(cryptography.sha256(commit.body))
  )
}
