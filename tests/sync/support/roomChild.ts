import { join } from 'node:path'
import { compose } from '#main/composition/compose.ts'

// A laptop that opens its file and a room, says so, and lives until it is killed.
const [folder = '', path = '', passphrase = '', sessionId = ''] = process.argv.slice(2)
const dispatcher = compose({
  kind: 'cli',
  userDataDir: join(folder, 'user'),
  resourcesDir: join(import.meta.dirname, '..', '..', '..', 'out', 'resources'),
  fileToOpen: null,
  keyStore: null,
  chooseFileToOpen: async () => null,
  chooseFileToSave: async () => null,
  chooseNewFolder: async () => null,
  openPath: async () => {},
  showInFolder: async () => {},
  openProjection: () => {},
})
const secret = { kind: 'passphrase', text: passphrase } as const
const opened = await dispatcher.call('file.open', { path, secret, remember: false })
const room = opened.ok ? await dispatcher.call('room.open', { sessionId }) : opened
console.log(JSON.stringify(room))
setInterval(() => {}, 60_000)
