import { type Result, refuse } from '#shared/kernel/result.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { SyncEngine } from '../../sync/syncEngine.ts'
import type { AppMemory } from '../appMemory.ts'

/** The open file, whole, and its sharing. */
export interface OpenSharing {
  readonly file: ShareableFile
  readonly engine: SyncEngine
}

/** A handler of the sharing: refuses `file.none-open`, and `sync.alone` where the file must be shared. */
export const onOpenFile =
  (memory: AppMemory, must: 'shared' | 'any' = 'any') =>
  <I, O>(work: (open: OpenSharing, input: I) => Result<O> | Promise<Result<O>>) =>
  async (input: I): Promise<Result<O>> => {
    const { wholeFile: file, engine } = memory
    if (file === null || engine === null) return refuse('file.none-open')
    if (must === 'shared' && file.sharing.state().sharing === 'alone') return refuse('sync.alone')
    return work({ file, engine }, input)
  }
