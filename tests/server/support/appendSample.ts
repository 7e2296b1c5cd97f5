import type { LogAppender } from '#server/store/logAppender.ts'
import { keepCommit } from '#server/store/tables/commits.ts'
import { moveDeviceHead } from '#server/store/tables/deviceHeads.ts'
import { appendEntry } from '#server/store/tables/entries.ts'
import type { LogPlace } from '#server/store/tables/logHeads.ts'
import { sampleCommit, sha256 } from './sampleCommit.ts'

/** Appends one commit of a device with its entry, as an authority does: receipt = sha256(previous ‖ entry). */
export function appendSample(
  appender: LogAppender,
  place: LogPlace,
  device: string,
  seq: number,
): Promise<number> {
  return appender.append(place, async (writer, head) => {
    const commit = sampleCommit(device, seq)
    const about = { device, seq, scope: 'shared', standing: 'chain', receivedAtMs: 5 } as const
    await keepCommit(writer, place.organisation, commit, about)
    await moveDeviceHead(writer, place.organisation, { device, seq, headerDigest: sha256(commit.header) })
    const g = head.g + 1
    const entry = new TextEncoder().encode(`${place.log} ${g} ${device} ${seq} ok`)
    const receipt = sha256(head.receipt, entry)
    await appendEntry(writer, place, {
      g,
      commitId: commit.id,
      scope: 'shared',
      verdict: 'ok',
      entry,
      receipt,
    })
    return g
  })
}
