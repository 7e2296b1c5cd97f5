import { createServer } from 'node:http'
import { Repo } from '@automerge/automerge-repo'
import { WebSocketClientAdapter, WebSocketServerAdapter } from '@automerge/automerge-repo-network-websocket'
import { WebSocketServer } from 'ws'
import { answering, cpu, markAt } from './answering.mjs'

// automerge-repo over its own ws adapter, one document per dossier (its fair shape), in memory at both ends. Neither stored,
// signed nor judged.

let repo = null
let port = 0
const held = new Map()

const sumOf = (docs) => docs.reduce((sum, doc) => sum + (doc?.mark?.hundredths ?? 0), 0)
const hasMark = (handle) => handle.isReady() && handle.doc()?.mark !== undefined

answering({
  cpu,
  serve: async () => {
    const server = createServer()
    const sockets = new WebSocketServer({ server })
    repo = new Repo({
      network: [new WebSocketServerAdapter(sockets)],
      peerId: 'hub',
    })
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
    return { port: server.address().port }
  },
  start: ({ hub }) => {
    port = hub.port
  },
  prepare: () => {},
  seal: () => {},
  /** Of the hub: settles once every document is here. */
  holds: async ({ count }) => {
    const here = () => Object.values(repo.handles).filter(hasMark).length
    while (here() < count) await new Promise((next) => setTimeout(next, 2))
  },
  /** The documents are made on the line: a repo that was offline has no way to say when it is done. */
  push: async ({ operations }) => {
    const adapter = new WebSocketClientAdapter(`ws://127.0.0.1:${port}`)
    repo = new Repo({ network: [adapter], peerId: 'writer' })
    await repo.networkSubsystem.whenReady()
    for (let index = 0; index < operations; index++) {
      const handle = repo.create({ mark: markAt(index) })
      held.set(handle.url, handle)
    }
    return [...held.keys()]
  },
  pull: async ({ known }) => {
    const begun = performance.now()
    repo = new Repo({ network: [new WebSocketClientAdapter(`ws://127.0.0.1:${port}`)], peerId: 'reader' })
    await repo.networkSubsystem.whenReady()
    const handles = await Promise.all(known.map((url) => repo.find(url)))
    for (const handle of handles) held.set(handle.url, handle)
    return performance.now() - begun
  },
  found: () => {
    const handles = held.size > 0 ? [...held.values()] : Object.values(repo.handles)
    return { count: handles.length, sum: sumOf(handles.map((handle) => handle.doc())) }
  },
})
