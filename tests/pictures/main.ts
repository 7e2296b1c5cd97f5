// npm run pictures: the pictures of the README and of the guide, taken from the real screens on the examples.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from '#tests/support/rootDir.ts'
import { pictureExample } from './pictureExample.ts'
import { pictureMeeting } from './pictureMeeting.ts'
import { pictureSharing } from './pictureSharing.ts'

const folder = join(rootDir, 'docs', 'guide', 'images')
mkdirSync(folder, { recursive: true })
await pictureExample(folder)
await pictureMeeting(folder)
await pictureSharing(folder)
