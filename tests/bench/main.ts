// npm run bench [-- NAME…] [-- --rounds N] [-- --only NAME]: what is fast, beside what else could do the same job.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { groundOf } from './ground/groundOf.ts'
import { lines } from './lines/lines.ts'
import { machineInWords } from './measure/machineInWords.ts'
import { playContest } from './measure/playContest.ts'
import { report } from './measure/report.ts'
import { fullSizes, tinySizes } from './sizes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true },
    /** Marks of the line `sync`, a multiple of 50; its own size when absent. */
    operations: { type: 'string' },
    /** Laptops in the room, and dossiers of the first copy, of the line `sync`. */
    laptops: { type: 'string' },
    dossiers: { type: 'string' },
    /** Plays on when others use the machine: no figure is withheld, all of them are marked. */
    anyway: { type: 'boolean', default: false },
    /** Small data, to see that everything runs; its figures say nothing. */
    tiny: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const named = [...(values.only ?? []), ...positionals]
const chosen = lines.filter(({ name }) => named.length === 0 || named.includes(name))
const isCount = (text = '1'): boolean => /^[1-9]\d*$/u.test(text)
const isSized =
  (values.operations === undefined || /^[1-9]\d*[05]0$/u.test(values.operations)) &&
  isCount(values.laptops) &&
  isCount(values.dossiers)
if (!isSized || !Number.isInteger(rounds) || rounds < 1 || chosen.length === 0) {
  console.error(
    `--rounds N (1 or more); --anyway; --operations N (a multiple of 50); --laptops N; --dossiers N; --only ${lines.map(({ name }) => name).join(' | ')}`,
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'delibere-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

console.log(`${machineInWords()}\n`)
const sizes = values.tiny ? tinySizes : fullSizes
const syncOperations = Number(values.operations ?? sizes.syncOperations)
const roomLaptops = Number(values.laptops ?? sizes.roomLaptops)
const copiedDossiers = Number(values.dossiers ?? sizes.copiedDossiers)
const ground = groundOf({ ...sizes, syncOperations, roomLaptops, copiedDossiers }, folder)
let aborted = 0
for (const line of chosen) {
  const open = await line.open(ground)
  try {
    for (const contest of open.contests) {
      const played = await playContest(contest, rounds, values.anyway)
      if (played.aborted) aborted += 1
      console.log(report(played).join('\n'))
    }
  } finally {
    open.close()
  }
}
if (aborted > 0)
  console.log(`${aborted} contests aborted on a busy machine: run them again when it is quiet.`)
