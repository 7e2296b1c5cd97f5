import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { rootDir } from '#tests/support/rootDir.ts'
import { inspect } from './support/inspect.ts'
import { ledger, markOf } from './support/ledger.ts'
import type { Seat } from './support/seat.ts'
import { settled, town } from './support/town.ts'

const older = pathToFileURL(join(rootDir, 'tests', 'processes', 'support', 'olderProgram.ts')).href

test('[PR6] an older program keeps what it does not know, shows it and does not write on it; brought up to date it agrees', {
  timeout: 600_000,
}, async () => {
  const committee = await town({ seed: 'versions', laptops: 5, candidatures: 3 })
  try {
    const written = ledger()
    const { secretariat, candidatureIds, criteria } = committee
    const member = committee.seats.find(({ role }) => role === 'member') as Seat
    const service = committee.seats.find(({ name }) => name === 'secretariat-bis') as Seat
    for (const who of [member, service]) {
      await who.shut()
      await who.reopen({ imports: [older] })
      await settled(who)
    }
    const candidatureId = candidatureIds[0] ?? ''
    const { dossier } = await secretariat.get('candidature.get', { candidatureId })
    const description = 'écrit par un programme plus récent'
    const change = { dossierId: dossier.id, set: { description } }
    written.note(`description ${candidatureId}`, description, await secretariat.ask('dossier.change', change))
    await settled(secretariat)
    for (const who of [member, service]) {
      await who.laptop().until('sync.state', {}, ({ readOnly }) => readOnly === 1, 90_000)
      const shown = await who.get('candidature.get', { candidatureId })
      expect(shown.dossier.description).toBe(dossier.description)
      const [standing] = await who.get('sync.standings', { entities: [`dossier/${dossier.id}`] })
      expect(standing).toMatchObject({ isReadOnly: true })
    }
    const tried = await service.ask('dossier.change', { ...change, set: { description: 'par-dessus' } })
    expect(tried).toMatchObject({ ok: false, refusal: { code: expect.stringMatching(/^sync\./u) } })
    // All the rest of the work goes on between the two versions.
    const key = { candidatureId: candidatureIds[1] ?? '', evaluatorId: member.memberId ?? '' }
    const [criterionCode = ''] = criteria
    const mark = markOf(5, 'par un programme plus ancien')
    const marked = await member.ask('sheet.mark', { ...key, criterionCode, mark })
    written.note(`mark ${key.evaluatorId} ${key.candidatureId} ${criterionCode}`, mark, marked)
    await settled(member)
    for (const who of [member, service]) {
      await who.shut()
      await who.reopen()
      await who.get('sync.now', {})
      await settled(who)
      await who.laptop().until('sync.state', {}, ({ readOnly }) => readOnly === 0, 90_000)
    }
    await new Promise((next) => setTimeout(next, 2_000))
    expect(await inspect(committee, written)).toEqual([])
  } finally {
    await committee.close()
  }
})
