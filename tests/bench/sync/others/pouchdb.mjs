import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import express from 'express'
import expressPouch from 'express-pouchdb'
import PouchDB from 'pouchdb'
import { answering, cpu, markAt, nowMs, peakMb } from './answering.mjs'

// leveldb at both ends, replication over HTTP; one document a mark. Neither signed nor judged; leveldb does not wait for the disk.

let local = null
let remote = null
let name = ''
const seen = new Map()
const waiting = new Set()

answering({
  cpu,
  serve: async ({ folder }) => {
    mkdirSync(folder, { recursive: true })
    const Served = PouchDB.defaults({ prefix: `${folder}/` })
    const app = express()
    app.use(
      '/',
      expressPouch(Served, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }),
    )
    local = new Served('bench')
    await local.info()
    const server = createServer(app)
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
    return { port: server.address().port }
  },
  start: async ({ folder, hub }) => {
    mkdirSync(folder, { recursive: true })
    local = new PouchDB(`${folder}/local`)
    remote = `http://127.0.0.1:${hub.port}/bench`
    await local.info()
  },
  prepare: () => {},
  peakMb,
  /** Of the hub: so many documents from the beginning. */
  hold: async ({ marks, others }) => {
    const ids = [
      ...Array.from({ length: marks }, (_, at) => `sheet-${String(at).padStart(6, '0')}`),
      ...Array.from({ length: others }, (_, at) => `dossier-${at}`),
    ]
    for (let at = 0; at < ids.length; at += 1_000)
      await local.bulkDocs(ids.slice(at, at + 1_000).map((_id, n) => ({ _id, ...markAt(at + n) })))
  },
  /** Replicates both ways, live; a laptop has a document when its own database says so. */
  enter: async ({ name: own }) => {
    name = own
    local.changes({ live: true, since: 'now' }).on('change', ({ id }) => {
      seen.set(id, nowMs())
      for (const look of waiting) look()
    })
    const replication = local.sync(remote, { live: true, retry: true })
    await new Promise((ready) => replication.once('paused', ready))
  },
  meeting: async ({ marks, everyMs }) => {
    const keyed = []
    await wait(everyMs * Math.random())
    for (let at = 0; at < marks; at++) {
      const _id = `sheet-${at}-${name}`
      keyed.push([_id, nowMs()])
      await local.put({ _id, ...markAt(at) })
      await wait(everyMs)
    }
    return keyed
  },
  heard: ({ commits }) =>
    new Promise((settle) => {
      const look = () => seen.size >= commits && settle([...seen])
      waiting.add(look)
      look()
    }),
  seal: async ({ operations }) => {
    for (let index = 0; index < operations; index++)
      await local.put({ _id: `sheet-${String(index).padStart(6, '0')}`, ...markAt(index) })
  },
  push: async () => {
    const begun = performance.now()
    await local.replicate.to(remote)
    return performance.now() - begun
  },
  pull: async () => {
    const begun = performance.now()
    await local.replicate.from(remote)
    return performance.now() - begun
  },
  found: async () => {
    const { rows } = await local.allDocs({ include_docs: true, startkey: 'sheet-', endkey: 'sheet-￰' })
    return { count: rows.length, sum: rows.reduce((sum, { doc }) => sum + doc.hundredths, 0) }
  },
})
