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
  | { readonly kind: 'host.download-ready'; readonly id: string; readonly name: string }

export interface FileChoices {
  /** Asks the page for a file; null when the person gave up or no page is open. */
  ask(kind: FileKind): Promise<string | null>
  /** The page's answer. False when nothing was asked, or when it names a file it was not given. */
  answer(id: string, path: string | null): boolean
  offerDownload(path: string): void
}

export function createFileChoices(exchange: ExchangeFolder, streams: EventStreams): FileChoices {
  const waiting = new Map<string, (path: string | null) => void>()
  const tell = (request: PageRequest) => streams.tell(request)
  return {
    ask(kind) {
      const id = randomUUID()
      const keptFiles = kind === 'delibere' ? exchange.keptFiles() : []
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        if (tell({ kind: 'host.file-wanted', id, fileKind: kind, keptFiles }) === 0) {
          waiting.delete(id)
          resolve(null)
        }
      })
    },
    answer(id, path) {
      const settle = waiting.get(id)
      if (settle === undefined || (path !== null && !exchange.hasHandedOut(path))) return false
      waiting.delete(id)
      settle(path)
      return true
    },
    offerDownload(path) {
      tell({ kind: 'host.download-ready', ...exchange.offer(path) })
    },
  }
}
