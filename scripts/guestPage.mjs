// Lays out the page of the guests: out/resources/guests. Scripts lose their types and keep their names: the browser finds
// what they import where they say.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { rootDir } from './ground/paths.mjs'

const source = join(rootDir, 'src-main', 'sync', 'guests', 'page')
const target = join(rootDir, 'out', 'resources', 'guests')

mkdirSync(join(rootDir, 'out', 'resources'), { recursive: true })
// Whole or not at all: what is cut in the middle is laid out again, for it has no page yet.
const draft = mkdtempSync(join(rootDir, 'out', 'guests-'))
try {
  for (const name of readdirSync(source)) {
    if (name === 'tsconfig.json') continue
    const [from, to] = [join(source, name), join(draft, name)]
    if (name.endsWith('.ts')) writeFileSync(to, stripTypeScriptTypes(readFileSync(from, 'utf8')))
    else copyFileSync(from, to)
  }
  rmSync(target, { recursive: true, force: true })
  renameSync(draft, target)
} finally {
  rmSync(draft, { recursive: true, force: true })
}
