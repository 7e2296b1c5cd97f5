import { randomUUID } from 'node:crypto'
import type { FileKind } from '../hostServices.ts'
import type { EventStreams } from './eventStreams.ts'
import type { ExchangeFolder } from './exchangeFolder.ts'

/** Questions the host asks the page on its own behalf; `page/bridge.ts` answers them. */
export type PageRequest =
  | {
      readonly kind: 'host.file-wanted'
      readonly id: string
      readonly fileKind: FileKind
      readonly keptFiles: readonly string[]
    }
  | { readonly kind: 'host.folder-wanted'; readonly id: string; readonly suggested: string }
  | { readonly kind: 'host.download-ready'; readonly id: string; readonly name: string }

export interface FileChoices {
  /** Asks the page for a file; null when the person gave up or no page is open. */
  ask(kind: FileKind): Promise<string | null>
  /** Asks the page for the path of a new folder of this computer, which the person types; null as above. */
  askFolder(suggestedName: string): Promise<string | null>
  /** The page's answer. False when nothing was asked, or when it names a file it was not given. */
  answer(id: string, path: string | null): boolean
  offerDownload(path: string): void
}

export function createFileChoices(exchange: ExchangeFolder, streams: EventStreams): FileChoices {
  const waiting = new Map<string, { settle(path: string | null): void; readonly wants: 'file' | 'folder' }>()
  const asked = (wants: 'file' | 'folder', request: (id: string) => PageRequest): Promise<string | null> => {
    const id = randomUUID()
    return new Promise((settle) => {
      waiting.set(id, { settle, wants })
      if (streams.tell(request(id)) === 0) {
        waiting.delete(id)
        settle(null)
      }
    })
  }
  return {
    ask: (kind) =>
      asked('file', (id) => {
        const keptFiles = kind === 'delibere' ? exchange.keptFiles() : []
        return { kind: 'host.file-wanted', id, fileKind: kind, keptFiles }
      }),
    askFolder: (suggestedName) =>
      asked('folder', (id) => ({
        kind: 'host.folder-wanted',
        id,
        suggested: exchange.newFolder(suggestedName),
      })),
    answer(id, path) {
      const question = waiting.get(id)
      if (question === undefined) return false
      if (question.wants === 'file' && path !== null && !exchange.hasHandedOut(path)) return false
      waiting.delete(id)
      question.settle(question.wants === 'folder' && path !== null ? exchange.typedFolder(path) : path)
      return true
    },
    offerDownload(path) {
      streams.tell({ kind: 'host.download-ready', ...exchange.offer(path) })
    },
  }
}
