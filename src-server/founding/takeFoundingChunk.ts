import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  adoptionRank,
  adoptPart,
  type FileState,
  isReunited,
  readFileState,
} from '#shared/operations/authority/adoptStates.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { maxChunkContentBytes } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { checkChunk, readChunk } from '#shared/operations/first-sync/firstSyncReading.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { holdOrganisation } from '../accounts/controlActs.ts'
import { untilLoaded } from '../authority/runSteps.ts'
import { openAuthorityRows } from '../store/rows/authorityRows.ts'
import { keepCitations } from '../store/tables/citations.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import { type FoundingStanding, manifestIn, standingOf } from './beginFounding.ts'
import { readFounding, writeFounding } from './foundings.ts'

/**
 * Takes the next chunk of the file: its rows and how far this leads, in one transaction (SV22). A chunk that was taken
 * already changes nothing. Refuses `first-sync.incomplete` when it is not the next one, or no file was announced;
 * `first-sync.altered`, `first-sync.malformed`.
 */
export async function takeFoundingChunk(
  context: AccountContext,
  organisation: string,
  device: string,
  index: number,
  bytes: Uint8Array,
): Promise<Result<FoundingStanding>> {
  const content = await opened(bytes)
  return context.database.transact(async (writer) => {
    await holdOrganisation(writer, organisation)
    const found = await readFounding(writer, organisation)
    if (found === null || found.device !== device) return refuse('first-sync.incomplete')
    const manifest = manifestIn(found)
    if (index < found.progress.chunks) return ok(standingOf(found, manifest, organisation))
    if (index > found.progress.chunks || found.foundedAtMs !== null) return refuse('first-sync.incomplete')
    const isIt = checkChunk(manifest, found.progress, bytes, context.crypto)
    if (!isIt.ok) return isIt
    if (content === null) return refuse('first-sync.malformed')
    const read = readChunk(manifest, found.progress, content, context.crypto)
    if (!read.ok) return read
    const states = statesIn(read.value.rows, found.lastRank)
    if (states === null) return refuse('first-sync.malformed')
    const rows = openAuthorityRows(writer, placeOf(organisation))
    rows.absorb((await untilLoaded(rows, (view) => adoptPart(view, states, device))).changes)
    await rows.flush()
    await keepCitations(
      writer,
      organisation,
      states.flatMap(({ entity, state }) =>
        [...new Set(blobsCitedBy({ e: entity, d: state as unknown as Json }))].map((blob) => ({
          blob,
          source: entity,
          device,
        })),
      ),
    )
    const after = {
      ...found,
      progress: read.value.progress,
      lastRank: adoptionRank(states.at(-1)?.entity ?? ''),
      duplicates: [...found.duplicates, ...states.filter(isReunited).map(({ entity }) => entity)],
    }
    await writeFounding(writer, organisation, after)
    return ok(standingOf(after, manifest, organisation))
  })
}

/** Null when a line is none, or comes before what it follows from. */
function statesIn(lines: readonly Json[], lastRank: number): readonly FileState[] | null {
  const states: FileState[] = []
  let rank = lastRank
  for (const line of lines) {
    const state = readFileState(line)
    if (state === undefined || adoptionRank(state.entity) < rank) return null
    rank = adoptionRank(state.entity)
    states.push(state)
  }
  return states
}

/** Null for what is no gzip, or opens into more than a chunk may hold. */
async function opened(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await inflate(bytes, { maxOutputLength: maxChunkContentBytes }))
  } catch {
    return null
  }
}

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip)
