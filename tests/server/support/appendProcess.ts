import { readFileSync } from 'node:fs'
import { authorityStore } from '#server/authority/authorityStore.ts'
import { nodeCrypto } from '#server/authority/nodeCrypto.ts'
import { logAppender } from '#server/store/logAppender.ts'
import { openStore } from '#server/store/openStore.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { receivePush } from './receivePush.ts'

// One process of the server, as far as the log: receives the pushes it is given and tells every new head that it hears.
// Arguments: address of the database, file of its pushes (JSON, bytes in base64).

const [, , url = '', pushesPath = ''] = process.argv
const database = await openStore({ kind: 'postgres', url, mostConnections: 4 }, 1, (error) => {
  throw error
})
const appender = logAppender(database)
const place = { organisation: 'org', log: 'centre' }
const log = authorityStore(place, {
  database,
  appender,
  authority: { sign: () => new Uint8Array(64) },
  clock: { nowMs: () => Date.now() },
})
appender.onAppended((appended) => console.log(`heard ${appended?.g}`))
const told = new Promise((resolve) => process.once('SIGUSR2', resolve))
console.log('ready')
await told
const pushes = JSON.parse(readFileSync(pushesPath, 'utf8')) as readonly (readonly Record<string, string>[])[]
const bytes = (text = '') => new Uint8Array(Buffer.from(text, 'base64'))
await Promise.all(
  pushes.map(async (push) => {
    const commits = push.map(
      ({ header, body, signature, id }): SignedCommit => ({
        header: bytes(header),
        body: bytes(body),
        signature: bytes(signature),
        id: bytes(id),
      }),
    )
    const said = await receivePush(log, commits, { ...nodeCrypto, factsDigest: () => null }, Date.now())
    for (const output of said.flat()) console.log(`said ${output.kind}`)
  }),
)
console.log('done')
process.once('SIGTERM', () => void database.close())
