// npm run check: format and lint, types of each room, doors between the rooms, dead code.
// Every check runs, so that one pass tells everything; the code is not 0 as soon as one failed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensure } from './ground/ensure.mjs'
import { rootDir } from './ground/paths.mjs'

// Far below what the rooms hold: a door check that looked at almost nothing must not pass for a success.
const FEWEST_MODULES_TO_BELIEVE = 150
const ROOMS = ['shared', 'src-main', 'src-renderer', 'src-server', 'scripts', 'tests']

await ensure()
const checks = [
  {
    name: 'Format et règles d’écriture',
    run: () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  },
  ...typeScriptRooms().map((config) => ({
    name: `Types de ${relative(rootDir, join(config, '..'))}`,
    run: () => tool('typescript/bin/tsc', ['-p', config]),
  })),
  { name: 'Portes entre les pièces', run: checkDoors },
  { name: 'Code mort', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
]

const failed = []
for (const { name, run } of checks) {
  const startedAt = Date.now()
  const { isGood, output, note = '' } = run()
  console.log(`${isGood ? '✓' : '✗'} ${name}${note} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  if (!isGood) {
    failed.push(name)
    console.log(output.trimEnd().replace(/^/gm, '    '))
  }
}
console.log(
  failed.length === 0 ? 'Toutes les vérifications sont bonnes.' : `En échec : ${failed.join(', ')}.`,
)
process.exit(failed.length === 0 ? 0 : 1)

function checkDoors() {
  const rooms = ROOMS.filter((room) => existsSync(join(rootDir, room)))
  const config = join(rootDir, '.dependency-cruiser.cjs')
  const checked = tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    config,
    '--output-type',
    'err',
    ...rooms,
  ])
  const modules = Number(/(\d+) modules/.exec(checked.output)?.[1] ?? 0)
  if (modules >= FEWEST_MODULES_TO_BELIEVE) return { ...checked, note: ` : ${modules} modules` }
  return {
    isGood: false,
    output: `${modules} modules seulement ont été regardés : le contrôle ne prouve rien.\n${checked.output}`,
  }
}

function typeScriptRooms() {
  const found = []
  const look = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'tsconfig.json') found.push(join(folder, entry.name))
      if (entry.isDirectory() && entry.name !== 'node_modules') look(join(folder, entry.name))
    }
  }
  for (const room of ROOMS) if (existsSync(join(rootDir, room))) look(join(rootDir, room))
  return found
}

function tool(script, args) {
  const done = spawnSync(process.execPath, [join(rootDir, 'node_modules', script), ...args], {
    cwd: rootDir,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  return {
    isGood: done.status === 0,
    output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`,
  }
}
