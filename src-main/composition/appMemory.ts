import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitteeFile, UseCaseContext } from '#shared/usecases/ports.ts'
import { memberFile } from '#shared/usecases/visibility/memberFile.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import type { HostAdapters } from './hostAdapters.ts'

/** What one running application remembers: the open file and what is under way. */
export interface AppMemory {
  /** The open file as whoever holds the laptop may use it. */
  readonly file: CommitteeFile | null
  /** The open file itself, to check its passphrase by. Nothing is read of it for an answer. */
  readonly wholeFile: CommitteeFile | null
  /** The member who holds the laptop; null: the secretary. */
  readonly viewer: { readonly memberId: string; readonly name: string } | null
  savedAt: string | null
  pendingPath: string | null
  /** Set by `import.cancel`, read between two slices of the import under way. */
  cancelRequested: boolean
  openFile(file: CommitteeFile): void
  closeFile(): void
  /** Null: back to the secretary. */
  handOver(viewer: AppMemory['viewer']): void
  /** The context of a use case, or `file.missing` when no file is open. */
  context(): Result<UseCaseContext>
}

export function appMemory(
  services: HostServices,
  { clock, randomness, digest }: Pick<HostAdapters, 'clock' | 'randomness' | 'digest'>,
): AppMemory {
  let wholeFile: CommitteeFile | null = null
  let file: CommitteeFile | null = null
  let viewer: AppMemory['viewer'] = null
  const close = (): void => {
    wholeFile?.close()
    wholeFile = null
    file = null
    viewer = null
  }
  return {
    get file() {
      return file
    },
    get wholeFile() {
      return wholeFile
    },
    get viewer() {
      return viewer
    },
    savedAt: null,
    pendingPath: services.fileToOpen,
    cancelRequested: false,
    openFile: (opened) => {
      close()
      wholeFile = opened
      file = opened
    },
    closeFile: close,
    handOver: (next) => {
      viewer = next
      file = wholeFile && next ? memberFile(wholeFile, next.memberId) : wholeFile
    },
    context: () =>
      file === null
        ? refuse('file.none-open')
        : // One laptop: the secretary's, or lent to one member. Profiles come with the devices of the members.
          ok({ file, actor: { userId: viewer?.memberId ?? 'secretary' }, clock, randomness, digest }),
  }
}
