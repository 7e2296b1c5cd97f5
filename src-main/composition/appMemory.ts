import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { CommitteeFile, ShareableFile, UseCaseContext } from '#shared/usecases/ports.ts'
import { memberFile } from '#shared/usecases/visibility/memberFile.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import { mainRole } from '../sync/mainRole.ts'
import { type SyncEngine, syncEngine } from '../sync/syncEngine.ts'
import type { SyncEvent } from '../sync/syncPorts.ts'
import type { HostAdapters } from './hostAdapters.ts'

/** What one running application remembers: the open file and what is under way. */
export interface AppMemory {
  /** The open file as whoever holds the laptop may use it. */
  readonly file: CommitteeFile | null
  /** The open file itself, to check its passphrase by. Nothing is read of it for an answer. */
  readonly wholeFile: ShareableFile | null
  /** How the open file is shared; null when none is open. */
  readonly engine: SyncEngine | null
  /** The member who holds the laptop; null: the service. */
  readonly viewer: { readonly memberId: string; readonly name: string } | null
  /** The laptop is that member's own: its file holds what he may read, and he shares it himself. */
  readonly isOwnLaptop: boolean
  savedAt: string | null
  pendingPath: string | null
  /** Set by `import.cancel`, read between two slices of the import under way. */
  cancelRequested: boolean
  /** After the one that was open is closed. */
  openFile(file: ShareableFile): Promise<void>
  closeFile(): Promise<void>
  /** Ends the lines of the open file, which is about to be closed and opened again. */
  stopSharing(): Promise<void>
  /** Null: back to the secretary. */
  handOver(viewer: AppMemory['viewer']): void
  /** The context of a use case, or `file.none-open`. */
  context(): Result<UseCaseContext>
}

export function appMemory(
  services: HostServices,
  { clock, randomness, digest, sync }: Pick<HostAdapters, 'clock' | 'randomness' | 'digest' | 'sync'>,
  tellSync: (event: SyncEvent) => void,
): AppMemory {
  let wholeFile: ShareableFile | null = null
  let file: CommitteeFile | null = null
  let engine: SyncEngine | null = null
  let viewer: AppMemory['viewer'] = null
  let isOwnLaptop = false

  const stopSharing = async (): Promise<void> => {
    const ending = engine
    engine = null
    await ending?.close()
  }
  const close = async (): Promise<void> => {
    await stopSharing()
    wholeFile?.close()
    wholeFile = null
    file = null
    viewer = null
    isOwnLaptop = false
  }
  /** Who writes follows from the mandates of this laptop: a member sees as a member. */
  const lookAtSelf = (): void => {
    const self = wholeFile?.sharing.self() ?? null
    const { role, memberId } = mainRole(self?.mandates ?? [])
    const isMember = self !== null && (role === 'member' || role === 'guest') && memberId !== null
    if (!isMember && !isOwnLaptop) return
    isOwnLaptop = isMember
    viewer = isMember ? { memberId, name: self.name } : null
    file = wholeFile && viewer ? memberFile(wholeFile, viewer.memberId) : wholeFile
  }
  const contextOf = (open: CommitteeFile, memberId: string | null): UseCaseContext => ({
    file: open,
    actor: { userId: memberId ?? 'secretary' },
    clock,
    randomness,
    digest,
  })
  return {
    get file() {
      return file
    },
    get wholeFile() {
      return wholeFile
    },
    get engine() {
      return engine
    },
    get viewer() {
      return viewer
    },
    get isOwnLaptop() {
      return isOwnLaptop
    },
    savedAt: null,
    pendingPath: services.fileToOpen,
    cancelRequested: false,
    openFile: async (opened) => {
      await close()
      wholeFile = opened
      file = opened
      lookAtSelf()
      engine = syncEngine(opened, {
        ports: sync,
        tell: (event) => {
          if (wholeFile !== opened) return
          if (event.kind === 'self') lookAtSelf()
          // What a member was shown changes with what comes: his view is built anew.
          if (event.kind === 'changed' && isOwnLaptop) lookAtSelf()
          tellSync(event)
        },
        guestContext: (memberId) =>
          wholeFile === opened ? contextOf(memberFile(opened, memberId), memberId) : null,
      })
    },
    closeFile: close,
    stopSharing,
    handOver: (next) => {
      viewer = next
      file = wholeFile && next ? memberFile(wholeFile, next.memberId) : wholeFile
    },
    context: () =>
      file === null
        ? refuse('file.none-open')
        : ok(contextOf(file, viewer?.memberId ?? ownMember(wholeFile))),
  }
}

/** Of a chair or an instructor who is a member: his acts are his own. The service signs as the service. */
function ownMember(file: ShareableFile | null): string | null {
  const self = file?.sharing.self()
  if (self == null) return null
  const { role, memberId } = mainRole(self.mandates)
  return role === 'secretariat' ? null : memberId
}
