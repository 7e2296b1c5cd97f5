import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { ImportSource, ReadImportSource } from '#shared/usecases/imports/importSource.ts'
import type { ReadCorrespondentsTable, ReadMarksTable } from '#shared/usecases/ports.ts'
import { decodeText } from '../adapters/importers/decodeText.ts'
import { readCorrespondentsCsv } from '../adapters/importers/readCorrespondentsCsv.ts'
import { readCsv } from '../adapters/importers/readCsv.ts'
import { readMarksCsv } from '../adapters/importers/readMarksCsv.ts'
import { readProjectSheets } from '../adapters/importers/readProjectSheets.ts'

const largestSourceBytes = 256 * 1024 * 1024

/** Reads a source of candidatures from the disk; a spreadsheet in slices, so that the host stays alive. */
export const readImportSource: ReadImportSource = async ({ path, kind, mapping }, control) => {
  const bytes = await readSourceBytes(path)
  if (!bytes.ok) return bytes
  const sourceName = basename(path)
  if (kind === 'fiches') return projectSheets(sourceName, bytes.value)
  const opened = readCsv(bytes.value, { mapping })
  if (!opened.ok) return opened
  const candidatures: ImportSource['candidatures'][number][] = []
  for (const batch of opened.value.batches()) {
    candidatures.push(...batch.candidatures)
    control.onProgress({ done: batch.done, total: batch.total })
    await nextTurn()
    if (control.signal.aborted) return refuse('file.cancelled')
  }
  const { encoding, delimiter } = opened.value
  return ok({
    sourceName,
    kind,
    mapping: opened.value.mapping.map(({ header, field }) => ({ header, field })),
    encoding,
    delimiter,
    candidatures,
    skipped: {},
  })
}

/** Reads a table of correspondents from the disk. */
export const readCorrespondentsTable: ReadCorrespondentsTable = async (path) => {
  const bytes = await readSourceBytes(path)
  return bytes.ok ? readCorrespondentsCsv(bytes.value) : bytes
}

/** Reads a table of marks from the disk. */
export const readMarksTable: ReadMarksTable = async (path) => {
  const bytes = await readSourceBytes(path)
  return bytes.ok ? readMarksCsv(bytes.value) : bytes
}

function projectSheets(sourceName: string, bytes: Uint8Array): Result<ImportSource> {
  const text = decodeText(bytes)
  if (!text.ok) return text
  const { candidatures, skippedPages } = readProjectSheets(text.value.text)
  const skipped = Object.entries(skippedPages)
    .filter(([, count]) => count > 0)
    .map(([page, count]) => [pageNames[page as keyof typeof skippedPages], count] as const)
  return ok({
    sourceName,
    kind: 'fiches',
    mapping: [],
    encoding: text.value.encoding,
    delimiter: null,
    candidatures,
    skipped: Object.fromEntries(skipped),
  })
}

const pageNames = {
  registration: 'inscription à un événement',
  glossary: 'mot de glossaire',
  questionnaire: 'questionnaire',
  directory: 'annuaire',
  other: 'autre page',
} as const

async function readSourceBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path)
    // A device or a pipe may have no end.
    if (!found.isFile()) return refuse('input.invalid', { reason: 'ce n’est pas un fichier' })
    if (found.size > largestSourceBytes)
      return refuse('input.invalid', { reason: 'le document est trop gros' })
    return ok(new Uint8Array(await readFile(path)))
  } catch {
    return refuse('file.missing', { path })
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
