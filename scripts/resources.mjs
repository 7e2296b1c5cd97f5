// Lays out what the application reads at run time: out/resources/{fonts,guests,territories.json}.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
// By name, it would keep Node 20 from reading this file, before `ensure` goes on under a later one.
import nodeModule from 'node:module'
import { join } from 'node:path'
import { isOlderThanSources } from './ground/isOlderThanSources.mjs'
import { rootDir } from './ground/paths.mjs'
import { runVisibly } from './ground/runVisibly.mjs'

const fontPackage = join(rootDir, 'node_modules', '@expo-google-fonts', 'source-sans-3')
const fontFolder = join(rootDir, 'out', 'resources', 'fonts')
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold']

const guestPage = join(rootDir, 'src-main', 'sync', 'guests', 'page')
const guestFolder = join(rootDir, 'out', 'resources', 'guests')

/** Copies the fonts with their licence, lays out the page of the guests, and builds the list of territories when they are missing or stale. */
export async function layOutResources() {
  copyFonts()
  layOutGuestPage()
  return buildTerritories()
}

function copyFonts() {
  mkdirSync(fontFolder, { recursive: true })
  for (const face of faces) {
    const file = `SourceSans3_${face}.ttf`
    copyWhenMissing(join(fontPackage, face, file), join(fontFolder, file))
  }
  copyWhenMissing(join(fontPackage, 'LICENSE_FONT'), join(fontFolder, 'OFL.txt'))
}

/** Scripts lose their types and keep their names: the browser finds what they import where they say. */
function layOutGuestPage() {
  mkdirSync(guestFolder, { recursive: true })
  for (const name of readdirSync(guestPage)) {
    const [from, to] = [join(guestPage, name), join(guestFolder, name)]
    if (name === 'tsconfig.json' || !isOlderThanSources(to, [from])) continue
    if (!name.endsWith('.ts')) copyFileSync(from, to)
    else writeFileSync(to, nodeModule.stripTypeScriptTypes(readFileSync(from, 'utf8')))
  }
}

function copyWhenMissing(from, to) {
  if (isOlderThanSources(to, [from])) copyFileSync(from, to)
}

async function buildTerritories() {
  const script = join(rootDir, 'scripts', 'territories.ts')
  const target = join(rootDir, 'out', 'resources', 'territories.json')
  if (!existsSync(script)) return
  const sources = [
    script,
    join(rootDir, 'node_modules', '@etalab', 'decoupage-administratif', 'package.json'),
  ]
  if (!isOlderThanSources(target, sources)) return
  const exitCode = await runVisibly(['--disable-warning=ExperimentalWarning', script])
  if (exitCode !== 0) throw new Error(`scripts/territories.ts s’est arrêté avec le code ${exitCode}.`)
}
