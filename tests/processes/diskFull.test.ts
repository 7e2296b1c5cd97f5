import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspect } from './support/inspect.ts'
import { ledger, markOf } from './support/ledger.ts'
import { canHaveSmallDisk, fillDisk, onSmallDisk } from './support/smallDisk.ts'
import { settled, town } from './support/town.ts'

test.skipIf(!canHaveSmallDisk)(
  '[PR3] a laptop whose disk is full says so and loses nothing; with room again it goes on (left out where no small disk can be made)',
  { timeout: 600_000 },
  async () => {
    const committee = await town({ seed: 'disk', laptops: 4, candidatures: 3 })
    try {
      const { folder, memberIds, candidatureIds, criteria, secretariat } = committee
      const written = ledger()
      const own = join(folder, 'etroit')
      mkdirSync(own)
      const evaluatorId = memberIds[1] ?? ''
      const narrow = await committee.join({
        ...{ name: 'etroit', person: 'etroit', role: 'member', memberId: evaluatorId },
        launch: { within: onSmallDisk(own, 16) },
      })
      const mark = async (criterion: number, comment: string) => {
        const [candidatureId = '', criterionCode = ''] = [candidatureIds[0], criteria[criterion]]
        const value = markOf(3, comment)
        const answer = await narrow.ask('sheet.mark', {
          candidatureId,
          evaluatorId,
          criterionCode,
          mark: value,
        })
        written.note(`mark ${evaluatorId} ${candidatureId} ${criterionCode}`, value, answer)
        return answer === 'unknown' ? answer : answer.ok ? 'ok' : answer.refusal.code
      }
      expect(await mark(0, 'avant')).toBe('ok')
      await settled(narrow)
      const free = fillDisk(narrow.laptop().child.pid ?? 0, own)
      // Pages that were reserved before still take what is short.
      const said = new Set<string>()
      for (let act = 0; act < 300 && !said.has('file.disk-full'); act++)
        said.add(await mark(1, `${act} ${'x'.repeat(3_000)}`))
      expect([...said].at(-1)).toBe('file.disk-full')
      expect(await narrow.get('file.doctor', {})).toMatchObject({ sound: true })
      // What others write while nothing can be kept here.
      for (const candidatureId of candidatureIds) {
        const { dossier } = await secretariat.get('candidature.get', { candidatureId })
        const description = `écrit pendant ce temps ${'y'.repeat(5_000)}`
        const set = { description }
        written.note(
          `description ${candidatureId}`,
          description,
          await secretariat.ask('dossier.change', { dossierId: dossier.id, set }),
        )
      }
      await settled(secretariat)
      await narrow.get('sync.now', {})
      await new Promise((next) => setTimeout(next, 3_000))
      expect(
        await narrow.get('sheet.get', { candidatureId: candidatureIds[0] ?? '', evaluatorId }),
      ).toBeTruthy()
      free()
      expect(await mark(2, 'après')).toBe('ok')
      await narrow.get('sync.now', {})
      await settled(narrow)
      await narrow
        .laptop()
        .until(
          'candidature.get',
          { candidatureId: candidatureIds[2] ?? '' },
          ({ dossier }) => dossier.description.startsWith('écrit pendant'),
          90_000,
        )
      expect(await inspect(committee, written)).toEqual([])
    } finally {
      await committee.close()
    }
  },
)

test.skipIf(!canHaveSmallDisk)(
  '[PR3] a server whose disk is full loses nothing that it acknowledged; with room again it takes what waited (left out where no small disk can be made)',
  { timeout: 600_000 },
  async () => {
    const folderOf = (folder: string) => join(folder, 'serveur')
    const committee = await town({
      ...{ seed: 'server disk', laptops: 4, candidatures: 3 },
      server: (folder) => onSmallDisk(folderOf(folder), 24),
    })
    try {
      const written = ledger()
      const { secretariat, candidatureIds } = committee
      const free = fillDisk(committee.server().pid, folderOf(committee.folder))
      for (let act = 0; act < 120; act++) {
        const candidatureId = candidatureIds[act % 3] ?? ''
        const { dossier } = await secretariat.get('candidature.get', { candidatureId })
        const description = `${act} ${'y'.repeat(9_000)}`
        written.note(
          `description ${candidatureId}`,
          description,
          await secretariat.ask('dossier.change', { dossierId: dossier.id, set: { description } }),
        )
      }
      await new Promise((next) => setTimeout(next, 5_000))
      expect((await secretariat.get('sync.state', {})).toSend).toBeGreaterThan(0)
      free()
      // An administrator who finds it stopped starts it again; what runs goes on by itself.
      for (const each of committee.seats) await each.get('sync.now', {})
      for (const each of committee.seats) await settled(each)
      expect(await inspect(committee, written)).toEqual([])
    } finally {
      await committee.close()
    }
  },
)
