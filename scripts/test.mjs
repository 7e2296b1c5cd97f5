// npm test: everything that can be shown on this machine. The last line counts: N passed, N failed, N skipped.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { countPlaywright, countVitest } from './ground/countTests.mjs'
import { ensure } from './ground/ensure.mjs'
import { rootDir } from './ground/paths.mjs'
import { runVisibly } from './ground/runVisibly.mjs'
import { systemTools } from './ground/systemTools.mjs'

await ensure()
const tools = await systemTools()
await buildWhenStale()

const reports = mkdtempSync(join(tmpdir(), 'delibere-test-'))
const counts = [await runVitest()]
if (tools.hasChromium) counts.push(await runPlaywright('double', ''))
if (process.env.ELECTRON_BIN) counts.push(await runPlaywright('electron', process.env.ELECTRON_BIN))
rmSync(reports, { recursive: true, force: true })

const passed = sum(({ passed }) => passed)
const failed = counts.flatMap((count) => count.failed)
const skipped = counts.flatMap((count) => count.skipped)
for (const reason of tools.skippedReasons) console.log(`Non montré sur cet ordinateur : ${reason}`)
for (const { title, reason } of skipped) console.log(`Laissé de côté : ${title} — ${reason}`)
for (const { title, reason } of counts.flatMap((count) => count.secondTry))
  console.log(`Réussi au second essai seulement, à élucider : ${title} — ${reason}`)
for (const { title, reason } of failed) console.log(`Échec : ${title} — ${reason}`)
if (passed + failed.length === 0) console.log('Aucun essai n’a tourné : c’est un échec.')
console.log(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped`)
// A runner that leaves with a failure although no test failed (unhandled rejection, forbidden .only) fails too.
process.exit(failed.length > 0 || passed === 0 || counts.some(({ exitCode }) => exitCode !== 0) ? 1 : 0)

async function runVitest() {
  const report = join(reports, 'vitest.json')
  const vitest = join(rootDir, 'node_modules', 'vitest', 'vitest.mjs')
  const exitCode = await runVisibly([
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return counted(countVitest(report), exitCode, 'vitest')
}

/** The same specs on the double and on real Electron: ELECTRON_BIN decides. */
async function runPlaywright(name, electron) {
  const report = join(reports, `playwright-${name}.json`)
  const playwright = join(rootDir, 'node_modules', '@playwright', 'test', 'cli.js')
  const env = { ...process.env, ELECTRON_BIN: electron, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const exitCode = await runVisibly([playwright, 'test', '--reporter=list,json'], { env })
  return counted(countPlaywright(report), exitCode, 'playwright')
}

/** A runner that failed without telling which test counts as one failure: the last line must say it. */
function counted(count, exitCode, runner) {
  if (exitCode === 0 || count.failed.length > 0) return { ...count, exitCode }
  const reason = `le programme s’est arrêté avec le code ${exitCode} sans nommer d’essai`
  return { ...count, failed: [{ title: runner, reason }], exitCode }
}

function sum(numberOf) {
  return counts.reduce((total, count) => total + numberOf(count), 0)
}
