import { expect, test } from 'vitest'
import { chance } from '#tests/simulator/kernel/chance.ts'
import { audited, inspect } from './support/inspect.ts'
import { ledger, markOf } from './support/ledger.ts'
import { settled, town } from './support/town.ts'
import { workOnce } from './support/work.ts'

test('[PR1] without any fault a committee of processes is found sound; each planted fault is found', {
  timeout: 300_000,
}, async () => {
  const committee = await town({ seed: 'harness', laptops: 6, candidatures: 4 })
  try {
    const written = ledger()
    const draws = chance('harness/work')
    for (let act = 0; act < 40; act++) await workOnce(committee, draws.pick(committee.seats), written, draws)
    for (const each of committee.seats) await settled(each)
    for (const each of committee.seats) await each.get('sync.now', {})
    await new Promise((next) => setTimeout(next, 1_000))
    expect(await inspect(committee, written)).toEqual([])
    const audit = await audited(committee, committee.secretariat)
    expect([audit.code, audit.text]).toEqual([0, expect.stringContaining('Conforme')])
    expect(written.told().acknowledged).toBeGreaterThan(20)

    // An act that is said to be acknowledged and is nowhere.
    const [what = ''] = [...written.expected().keys()].filter((key) => key.startsWith('mark'))
    written.note(what, markOf(1, 'jamais écrite'), { ok: true, value: null })
    expect((await inspect(committee, written)).join('\n')).toContain('was acknowledged')
  } finally {
    await committee.close()
  }
})
