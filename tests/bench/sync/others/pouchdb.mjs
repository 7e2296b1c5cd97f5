import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import express from 'express'
import expressPouch from 'express-pouchdb'
import PouchDB from 'pouchdb'
import { answering, cpu, markAt } from './answering.mjs'

// leveldb at both ends, replication over HTTP; one document a mark. Neither signed nor judged; leveldb does not wait for the disk.

let local = null
let remote = null

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
