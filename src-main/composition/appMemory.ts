import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitteeFile, UseCaseContext } from '#shared/usecases/ports.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import type { HostAdapters } from './hostAdapters.ts'

/** What one running application remembers: the open file and what is under way. */
export interface AppMemory {
  readonly file: CommitteeFile | null
  savedAt: string | null
  pendingPath: string | null
  /** Set by `import.cancel`, read between two slices of the import under way. */
  cancelRequested: boolean
  openFile(file: CommitteeFile): void
  closeFile(): void
  /** The context of a use case, or `file.missing` when no file is open. */
  context(): Result<UseCaseContext>
}

export function appMemory(
  services: HostServices,
  { clock, randomness, digest }: Pick<HostAdapters, 'clock' | 'randomness' | 'digest'>,
): AppMemory {
  let file: CommitteeFile | null = null
  const close = (): void => {
    file?.close()
    file = null
  }
  return {
    get file() {
      return file
    },
    savedAt: null,
    pendingPath: services.fileToOpen,
    cancelRequested: false,
    openFile: (opened) => {
      close()
      file = opened
    },
    closeFile: close,
    context: () =>
      file === null
        ? refuse('file.none-open')
        : // One laptop, one secretary: profiles come with the devices of the members.
          ok({ file, actor: { userId: 'secretary' }, clock, randomness, digest }),
  }
}
