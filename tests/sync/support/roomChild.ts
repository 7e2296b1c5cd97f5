import { join } from 'node:path'
import { compose } from '#main/composition/compose.ts'
import { windowlessServices } from '#tests/support/windowlessServices.ts'

// A laptop that opens its file and a room, says so, and lives until it is killed.
const [folder = '', path = '', passphrase = '', sessionId = ''] = process.argv.slice(2)
const dispatcher = compose(windowlessServices(join(folder, 'user')))
const secret = { kind: 'passphrase', text: passphrase } as const
const opened = await dispatcher.call('file.open', { path, secret, remember: false })
const room = opened.ok ? await dispatcher.call('room.open', { sessionId }) : opened
console.log(JSON.stringify(room))
setInterval(() => {}, 60_000)
