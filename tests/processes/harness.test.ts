import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { chance } from '#tests/simulator/kernel/chance.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { audited, inspect } from './support/inspect.ts'
import { ledger, markOf } from './support/ledger.ts'
import { settled, town } from './support/town.ts'
import { workOnce } from './support/work.ts'

const forgetful = pathToFileURL(join(rootDir, 'tests', 'processes', 'support', 'forgetfulProgram.ts')).href

test('[PR1] without any fault a committee of processes is found sound; each planted fault is found', {
  timeout: 600_000,
}, async () => {
  const committee = await town({ seed: 'harness', laptops: 4, candidatures: 3 })
  try {
    const { seats, secretariat, candidatureIds } = committee
    const written = ledger()
    const draws = chance('harness/work')
    const quiet = async () => {
      for (const each of seats) await each.get('sync.now', {})
      for (const each of seats) await settled(each)
      await new Promise((next) => setTimeout(next, 1_500))
    }
    for (let act = 0; act < 40; act++) await workOnce(committee, draws.pick(seats), written, draws)
    await quiet()
    expect(await inspect(committee, written)).toEqual([])
    const audit = await audited(committee, secretariat)
    expect([audit.code, audit.text]).toEqual([0, expect.stringContaining('Conforme')])
    expect(written.told().acknowledged).toBeGreaterThan(20)

    // A program that drops what it receives.
    const [, second] = seats
    await second?.shut()
    await second?.reopen({ imports: [forgetful] })
    const candidatureId = candidatureIds[0] ?? ''
    const { dossier } = await secretariat.get('candidature.get', { candidatureId })
    const set = { description: 'ce qu’un poste va laisser tomber' }
    const answer = await secretariat.ask('dossier.change', { dossierId: dossier.id, set })
    written.note(`description ${candidatureId}`, set.description, answer)
    await quiet()
    expect((await inspect(committee, written)).join('\n')).toContain('secretariat-bis differ')

    // An act that is said to be acknowledged and is nowhere.
    const [what = ''] = [...written.expected().keys()].filter((key) => key.startsWith('mark'))
    written.note(what, markOf(1, 'jamais écrite'), { ok: true, value: null })
    expect((await inspect(committee, written)).join('\n')).toContain('was acknowledged')
  } finally {
    await committee.close()
  }
})
