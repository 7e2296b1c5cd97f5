import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type BundleRecord, decodeBundleRecord, maxRecordBytes, recordStartBytes } from './bundleRecord.ts'

/** Records out of the contents of frames, which cut them anywhere. Holds one frame and one record at most. */
export interface RecordStream {
  /** Refuses `bundle.altered` on a record that cannot be one; nothing after it is read. */
  take(content: Uint8Array): Result<readonly BundleRecord[]>
  /** Refuses `bundle.altered` when the content stops within a record. */
  end(): Result<null>
}

export function recordStream(): RecordStream {
  let pending = new Uint8Array()
  return {
    take: (content) => {
      const bytes = new Uint8Array(pending.length + content.length)
      bytes.set(pending)
      bytes.set(content, pending.length)
      const records: BundleRecord[] = []
      let at = 0
      while (bytes.length - at >= recordStartBytes) {
        const length = new DataView(bytes.buffer, at + 1, 4).getUint32(0, true)
        if (length > maxRecordBytes) return no
        const end = at + recordStartBytes + length
        if (end > bytes.length) break
        const record = decodeBundleRecord(bytes[at] ?? 0, bytes.subarray(at + recordStartBytes, end))
        if (record === undefined) return no
        records.push(record)
        at = end
      }
      pending = bytes.slice(at)
      return ok(records)
    },
    end: () => (pending.length === 0 ? ok(null) : no),
  }
}

const no = refuse('bundle.altered', { where: 'records' })
