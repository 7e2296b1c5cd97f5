import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/kernel/result.ts'
import { answerBlobRequest } from '#shared/operations/blobs/answerBlobRequest.ts'
import { maxBlobRequestBytes } from '#shared/operations/blobs/blobWire.ts'
import type { Attachments } from '../../blobs/attachments.ts'
import type { ServedApp } from '../buildServer.ts'
import { callerOf } from '../caller.ts'
import { Refused } from '../refused.ts'

/** Attachments by requests (`docs/sync-blobs.md` §2), below the address of the organisation, for a device with a session. */
export async function blobRoutes(
  server: FastifyInstance,
  { ports, attachments }: ServedApp & { readonly attachments: Attachments },
): Promise<void> {
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: maxBlobRequestBytes },
    (_request, body, done) => done(null, body),
  )
  const root = '/v1/organisations/:organisation'
  for (const path of ['/blobs/:blob', '/blobs/:blob/:part', '/blobs/:blob/:part/:index'])
    server.route({
      method: ['GET', 'HEAD', 'PUT'],
      url: root + path,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const { organisation, device } = await callerOf(request, ports)
        if (device === null) throw new Refused(refuse('account.not-allowed').refusal)
        const below = new URL(request.url, 'http://server').pathname
        const answered = await answerBlobRequest(
          {
            method: request.method,
            path: below.slice(below.indexOf('/blobs/')),
            body: Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array(),
          },
          device,
          { store: attachments.store(organisation), rights: attachments.rights(organisation) },
        )
        return reply
          .code(answered.status)
          .headers(answered.headers)
          .send(answered.body.length === 0 ? undefined : Buffer.from(answered.body))
      },
    })
}
