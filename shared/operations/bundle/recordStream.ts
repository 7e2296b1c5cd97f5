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
      // What is left of the frame before is short, unless a record is longer than a frame.
      const bytes = pending.length === 0 ? content : joined(pending, content)
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      const records: BundleRecord[] = []
      let at = 0
      while (bytes.length - at >= recordStartBytes) {
        const length = view.getUint32(at + 1, true)
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

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

const no = refuse('bundle.altered', { where: 'records' })
