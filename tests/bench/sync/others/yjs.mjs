import { WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { answering, cpu, markAt } from './answering.mjs'

// One document, one map, in memory at both ends; one update a mark, over ws. Neither stored, signed nor judged.

const doc = new Y.Doc()
const marks = doc.getMap('marks')
const updates = []
let url = ''

const connected = () =>
  new Promise((open, fail) => {
    const socket = new WebSocket(url)
    socket.once('open', () => open(socket))
    socket.once('error', fail)
  })

answering({
  cpu,
  serve: async () => {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    server.on('connection', (socket) => {
      socket.on('message', (data) => {
        const [kind, ...rest] = data
        // 0: an update, told back once applied; 1: a state vector, answered by what it lacks.
        if (kind === 0) {
          Y.applyUpdate(doc, Uint8Array.from(rest))
          socket.send(Uint8Array.of(0))
        } else socket.send(Y.encodeStateAsUpdate(doc, Uint8Array.from(rest)))
      })
    })
    await new Promise((ready) => server.once('listening', ready))
    return { port: server.address().port }
  },
  start: ({ hub }) => {
    url = `ws://127.0.0.1:${hub.port}`
  },
  prepare: () => {},
  seal: ({ operations }) => {
    doc.on('update', (update) => updates.push(update))
    for (let index = 0; index < operations; index++) marks.set(`sheet-${index}`, markAt(index))
  },
  push: async () => {
    const begun = performance.now()
    const socket = await connected()
    await new Promise((settled) => {
      let told = 0
      socket.on('message', () => {
        told += 1
        if (told === updates.length) settled()
      })
      for (const update of updates) socket.send(Buffer.concat([Buffer.of(0), update]))
    })
    socket.close()
    return performance.now() - begun
  },
  pull: async () => {
    const begun = performance.now()
    const socket = await connected()
    await new Promise((settled) => {
      socket.once('message', (data) => {
        Y.applyUpdate(doc, new Uint8Array(data))
        settled()
      })
      socket.send(Buffer.concat([Buffer.of(1), Y.encodeStateVector(doc)]))
    })
    socket.close()
    return performance.now() - begun
  },
  found: () => {
    let sum = 0
    for (const mark of marks.values()) sum += mark.hundredths
    return { count: marks.size, sum }
  },
})
