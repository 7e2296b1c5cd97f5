import { answerBlobRequest } from '#shared/operations/blobs/answerBlobRequest.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Machine } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import type { Message } from '../nodes/message.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { outbox } from '../wire/outbox.ts'
import { isBlobMessage } from './blobMessage.ts'
import { centreBlobs } from './centreBlobs.ts'
import { damaged } from './damaged.ts'
import { diskBlobs } from './diskBlobs.ts'

/** The centre, with the attachments that it keeps for those who may read what cites them. */
export function centreWithBlobs(
  node: Machine<Message, Act>,
  disk: DiskReader,
  { cryptography, bug }: WorldOf,
): Machine<Message, Act> {
  const out = outbox()
  const write = (rows: Rows): void => {
    if (rows.length > 0) out.add({ do: 'write', rows }, { do: 'sync' })
  }
  const store = diskBlobs(disk, write, cryptography, bug === 'B13')
  const known = centreBlobs(disk)
  return {
    async step(input, moment) {
      store.landed()
      // The server notes it with the commit; looked for now and then, what was erased meanwhile would never be known to be cited.
      const noted = known.look()
      if (input.kind !== 'message' || !isBlobMessage(input.message)) {
        const effects = await node.step(input, moment)
        const kept: typeof effects =
          noted.length === 0 ? effects : [{ do: 'write', rows: noted }, { do: 'sync' }, ...effects]
        if (input.kind !== 'wake') return kept
        // B14: what was erased is asked of nobody any more, and its papers stay.
        if (bug !== 'B14')
          for (const sha256 of known.leftByErasures())
            if (store.held().includes(sha256)) await store.discard(sha256)
        return [...kept, ...(await out.settled())]
      }
      const { message, from } = input
      write(noted)
      if (message.kind === 'blob-ask') {
        const request = { ...message.request, body: damaged(message.request.body, moment.chance) }
        const response = await answerBlobRequest(request, message.device, { store, rights: known })
        out.add({ do: 'send', to: from, message: { kind: 'blob-answer', id: message.id, response } })
      }
      if (message.kind === 'ask-erased') {
        const digests = message.digests.filter((sha256) => known.isErasedFor(message.device, sha256))
        out.add({ do: 'send', to: from, message: { kind: 'erased', id: message.id, digests } })
      }
      return out.settled()
    },
  }
}
