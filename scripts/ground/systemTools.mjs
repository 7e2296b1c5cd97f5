import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runWithProgress } from './runWithProgress.mjs'
import { say } from './say.mjs'

// What the tests ask of the system, and what they cannot show without it.
const TOOLS = [
  {
    program: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    debian: ['chromium', 'fonts-liberation'],
    shows: 'les essais de bout en bout (navigateur Chromium)',
  },
  { program: 'pdftotext', debian: ['poppler-utils'], shows: 'la lecture des PDF produits (poppler-utils)' },
  { program: 'qpdf', debian: ['qpdf'], shows: 'la structure des PDF produits (qpdf)' },
  {
    program: 'soffice',
    debian: ['libreoffice-writer-nogui'],
    shows: 'l’ouverture des fichiers Word produits (LibreOffice)',
  },
  {
    program: 'postgres',
    debian: ['postgresql'],
    shows: 'le serveur central sur PostgreSQL',
  },
]

/**
 * Installs the missing ones when that needs no password (root on Debian, as in continuous integration).
 * @returns {Promise<{ hasChromium: boolean, skippedReasons: string[] }>} what will not be shown, one sentence each
 */
export async function systemTools() {
  const missing = TOOLS.filter((tool) => !isThere(tool.program))
  if (missing.length > 0 && process.getuid?.() === 0 && isThere('apt-get')) await installFromDebian(missing)
  const stillMissing = TOOLS.filter((tool) => !isThere(tool.program))
  return {
    hasChromium: isThere(TOOLS[0].program),
    skippedReasons: stillMissing.map(({ shows, debian }) => `${shows} : installez ${debian.join(' ')}`),
  }
}

async function installFromDebian(missing) {
  const packages = missing.flatMap((tool) => tool.debian)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (label, args) => runWithProgress(label, { command: 'apt-get', args, env })
  await apt('Lecture de la liste des paquets Debian', ['update', '-q'])
  const done = await apt(`Installation des outils d’essai : ${packages.join(' ')}`, [
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    ...packages,
  ])
  if (done.exitCode !== 0)
    say('  ces outils n’ont pas pu être installés ; les essais qui en dépendent sont laissés de côté.')
}

function isThere(program) {
  if (program.includes('/'))
    return existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
  return [...(process.env.PATH ?? '').split(delimiter), ...debianPostgres()].some((folder) =>
    existsSync(join(folder, program)),
  )
}

/** Debian keeps the programs of each version of PostgreSQL out of the PATH. */
function debianPostgres() {
  const versions = '/usr/lib/postgresql'
  return existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : []
}
