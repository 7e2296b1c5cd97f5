// Lays out the page of the guests: out/resources/guests. Scripts lose their types and keep their names: the browser finds
// what they import where they say.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { rootDir } from './ground/paths.mjs'

const source = join(rootDir, 'src-main', 'sync', 'guests', 'page')
const target = join(rootDir, 'out', 'resources', 'guests')

mkdirSync(target, { recursive: true })
for (const name of readdirSync(source)) {
  if (name === 'tsconfig.json') continue
  const [from, to] = [join(source, name), join(target, name)]
  if (name.endsWith('.ts')) writeFileSync(to, stripTypeScriptTypes(readFileSync(from, 'utf8')))
  else copyFileSync(from, to)
}
