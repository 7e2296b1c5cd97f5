import type { Entry } from '../authority/entry.ts'
import { base64UrlDecode } from '../commitBase64Url.ts'
import { isHubLog } from '../lease/lease.ts'
import type { AuditSource, RoomRun } from './auditLines.ts'

/** [SY62] The runs of rooms that a centre kept when they came back. */
export async function* roomsOfCentre(source: AuditSource): AsyncGenerator<RoomRun> {
  for await (const [run, { checkpoint, pages }] of source.scan('roomRun')) {
    const { signature, ...signed } = checkpoint
    yield {
      run,
      entries: entriesOf(run, pages),
      checkpoint: { ...signed, signature: base64UrlDecode(signature) ?? new Uint8Array(64) },
    }
  }
  async function* entriesOf(run: string, pages: number): AsyncGenerator<Entry> {
    for (let page = 1; page <= pages; page++)
      yield* (await source.row('roomRunPage', `${run}/${page}`))?.entries ?? []
  }
}

/** [SY19] The runs that a copy heard in the rooms where it was, each up to where its hub vouched for it. */
export async function* roomsOfCopy(source: AuditSource): AsyncGenerator<RoomRun> {
  for await (const [log, checkpoint] of source.scan('vouched')) {
    if (!isHubLog(log) || checkpoint.checkpoint.g === 0) continue
    yield { run: `${log}/heard`, entries: heard(log, checkpoint.checkpoint.g), checkpoint }
  }
  async function* heard(log: string, length: number): AsyncGenerator<Entry> {
    for (let g = 1; g <= length; g++) {
      const entry = (await source.row('heard', `${log}/${g}`))?.entry
      if (entry !== undefined) yield entry
    }
  }
}
