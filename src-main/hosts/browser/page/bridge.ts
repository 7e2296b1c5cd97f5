import { answerFileWanted, type FileWanted } from './answerFileWanted.ts'
import { answerFolderWanted, type FolderWanted } from './answerFolderWanted.ts'
import { fromWire, toWire } from './wireJson.ts'

// The page's door to the browser host: the same `window.delibereBridge` as in Electron, over HTTP.
// What the host asks of the page itself (a file, a download) is answered here; the screens never see it.

const listeners = new Set<(event: unknown) => void>()
const unreachable =
  'Délibéré ne répond plus sur cet ordinateur. Ce qui était enregistré le reste. Relancez Délibéré puis rouvrez la page.'

const events = new EventSource('/events')
events.addEventListener('message', (message) => {
  const event = fromWire(String(message.data))
  if (isFileWanted(event)) void answerFileWanted(event)
  else if (isFolderWanted(event)) void answerFolderWanted(event)
  else if (isDownloadReady(event)) download(event)
  else for (const listener of listeners) listener(event)
})

const bridge = {
  kind: 'browser',
  async call(procedure: string, input: unknown): Promise<unknown> {
    const response = await post(`/rpc/${encodeURIComponent(procedure)}`, toWire({ input }))
    const answer = response.headers.get('content-type')?.startsWith('application/json')
      ? (fromWire(await response.text()) as { value?: unknown; incident?: string })
      : { incident: await response.text() }
    if (answer.incident !== undefined) throw new Error(answer.incident)
    return answer.value
  },
  subscribe(listener: (event: unknown) => void): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
} as const

async function post(address: string, body: string): Promise<Response> {
  try {
    return await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  } catch {
    throw new Error(unreachable)
  }
}

Object.defineProperty(window, 'delibereBridge', { value: Object.freeze(bridge), enumerable: true })

interface DownloadReady {
  readonly kind: 'host.download-ready'
  readonly id: string
  readonly name: string
}

function download(event: DownloadReady): void {
  const link = document.createElement('a')
  link.href = `/download/${event.id}`
  link.download = event.name
  link.click()
}

function isFileWanted(event: unknown): event is FileWanted {
  return hasKind(event, 'host.file-wanted')
}

function isFolderWanted(event: unknown): event is FolderWanted {
  return hasKind(event, 'host.folder-wanted')
}

function isDownloadReady(event: unknown): event is DownloadReady {
  return hasKind(event, 'host.download-ready')
}

function hasKind(event: unknown, kind: string): boolean {
  return typeof event === 'object' && event !== null && 'kind' in event && event.kind === kind
}
