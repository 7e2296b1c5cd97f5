// Lays out what the application reads at run time: out/resources/{fonts,guests,territories.json}.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
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
  await layOutGuestPage()
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

/** In a process of its own: what takes the types away is in no Node 20, which reads this file before `ensure` goes on. */
async function layOutGuestPage() {
  if (isOlderThanSources(join(guestFolder, 'index.html'), [guestPage])) await ran('guestPage.mjs')
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
  await ran('territories.ts')
}

async function ran(script) {
  const exitCode = await runVisibly([
    '--disable-warning=ExperimentalWarning',
    join(rootDir, 'scripts', script),
  ])
  if (exitCode !== 0) throw new Error(`scripts/${script} s’est arrêté avec le code ${exitCode}.`)
}
