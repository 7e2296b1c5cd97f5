import type { LogAppender } from '#server/store/logAppender.ts'
import type { LogPlace } from '#server/store/tables/logHeads.ts'
import { entryBytes } from '#shared/operations/authority/entry.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { sampleCommit, sha256 } from './sampleCommit.ts'
import { writeRows } from './writeRows.ts'

/** Appends one commit of a device with its entry, as an authority does: receipt = sha256(previous ‖ entry). */
export function appendSample(
  appender: LogAppender,
  place: LogPlace,
  device: string,
  seq: number,
): Promise<number> {
  return appender.append(place, async (writer, head) => {
    await writeRows(writer, place, sampleChanges(place, head, device, seq))
    return head.g + 1
  })
}

export function sampleChanges(
  { log }: LogPlace,
  head: { readonly g: number; readonly receipt: Uint8Array },
  device: string,
  seq: number,
  word?: string,
): readonly RowChange[] {
  const commit = sampleCommit(device, seq, word)
  const g = head.g + 1
  const cid = base64UrlEncode(commit.id)
  const ruling = { verdict: 'ok', code: '' } as const
  const entry = { log, epoch: 0, g, cid, ...ruling, at: 5, via: null }
  const r = sha256(head.receipt, entryBytes(entry))
  const record = {
    commit,
    dev: device,
    usr: 'u',
    seq,
    scope: 'shared',
    ruling: { ...ruling, g },
    erased: false,
  }
  return [
    { table: 'chain', key: device, row: { seq, digest: commit.id } },
    { table: 'entry', key: String(g), row: { entry, r, effects: [] } },
    { table: 'log', key: 'log', row: { log, epoch: 0, g, r } },
    { table: 'commit', key: cid, row: record },
  ]
}
