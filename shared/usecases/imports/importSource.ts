import type { ImportedCandidature } from '#shared/domain/dossier/importedCandidature.ts'
import type { ImportPreview } from '#shared/domain/dossier/importPreview.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { Progress } from '../ports.ts'

/** A source once read: what it says, before anything is matched or stored. */
export interface ImportSource
  extends Pick<ImportPreview, 'sourceName' | 'kind' | 'mapping' | 'encoding' | 'delimiter'> {
  readonly candidatures: readonly ImportedCandidature[]
  /** Pages or lines left out on purpose, by reason in French. */
  readonly skipped: Readonly<Record<string, number>>
}

export interface ImportRequest {
  readonly callId: string
  readonly path: string
  readonly kind: 'fiches' | 'csv'
  /** By header: the field it feeds, or null; a null mapping is guessed. */
  readonly mapping: Readonly<Record<string, string | null>> | null
}

export interface ImportControl {
  onProgress(progress: Progress): void
  readonly signal: { readonly aborted: boolean }
}

/** Port: reads a source. Refusals: `file.missing`, `input.invalid` (not text), `file.cancelled`. */
export type ReadImportSource = (
  request: Omit<ImportRequest, 'callId'>,
  control: ImportControl,
) => Promise<Result<ImportSource>>
