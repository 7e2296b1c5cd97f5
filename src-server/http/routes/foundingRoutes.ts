import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/kernel/result.ts'
import { maxChunkBytes } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { beginFounding, manifestIn, standingOf } from '../../founding/beginFounding.ts'
import { finishFounding } from '../../founding/finishFounding.ts'
import { readFounding } from '../../founding/foundings.ts'
import { takeFoundingChunk } from '../../founding/takeFoundingChunk.ts'
import { centreLog } from '../../store/tables/logPlaces.ts'
import type { ServedApp } from '../buildServer.ts'
import { callerOf, holds } from '../caller.ts'
import { foundingChunkParams, foundingInput, parse } from '../inputs.ts'
import { orRefused, Refused } from '../refused.ts'

/** An empty organisation begins with a file that its secretariat brings (SV22). */
export async function foundingRoutes(server: FastifyInstance, { ports }: ServedApp): Promise<void> {
  const { accounts } = ports

  const bringer = async (request: Parameters<typeof callerOf>[0]) => {
    const caller = await callerOf(request, ports)
    const { device, organisation } = caller
    if (device === null || !holds(caller, 'secretariat'))
      throw new Refused(refuse('account.not-allowed').refusal)
    return { device, organisation }
  }

  server.get('/v1/organisations/:organisation/founding', async (request) => {
    const { organisation } = await callerOf(request, ports)
    const found = await readFounding(accounts.database, organisation)
    return found === null
      ? { chunks: 0, of: 0, founded: false, log: centreLog(organisation) }
      : standingOf(found, manifestIn(found), organisation)
  })

  server.post(
    '/v1/organisations/:organisation/founding',
    { bodyLimit: largestManifestBytes },
    async (request) => {
      const { device, organisation } = await bringer(request)
      return orRefused(
        await beginFounding(accounts, organisation, device, parse(foundingInput, request.body)),
      )
    },
  )

  server.post('/v1/organisations/:organisation/founding/finish', async (request) => {
    const { device, organisation } = await bringer(request)
    return orRefused(await finishFounding(accounts, organisation, device))
  })

  // Bytes as they are, above what the other doors let in.
  await server.register(async (bytes) => {
    bytes.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: maxChunkBytes },
      (_request, body, done) => done(null, body),
    )
    bytes.put('/v1/organisations/:organisation/founding/chunks/:index', async (request) => {
      const { device, organisation } = await bringer(request)
      const { index } = parse(foundingChunkParams, request.params)
      if (!Buffer.isBuffer(request.body)) throw new Refused(refuse('input.invalid').refusal)
      return orRefused(
        await takeFoundingChunk(accounts, organisation, device, index, new Uint8Array(request.body)),
      )
    })
  })
}

/** A manifest of 4 MiB in base64url, and its frame. */
const largestManifestBytes = 6 * 1024 * 1024
