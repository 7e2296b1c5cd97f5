import { expect, test } from 'vitest'
import { everythingIn } from './support/everythingIn.ts'
import { preparedWorld } from './support/preparedWorld.ts'

test('[SY3] [SY4] [UC18] markers in every closed field, looked for in every row of every copy, before and after a purge', async () => {
  const world = await preparedWorld()
  const { ask, tried, memberId, meeting, secretariat } = world
  const { sessionId } = meeting
  await world.playUntil((act) => act.do === 'adopt-scenario')
  const copies = {
    secretariat,
    chair: world.join('u-chair', 'chair', memberId('abgrall')),
    bourdon: world.join('u-bourdon', 'member', memberId('bourdon')),
    diallo: world.join('u-diallo', 'member', memberId('diallo')),
    hamon: world.join('u-hamon', 'member', memberId('hamon')),
    instructor: world.join('u-instructor', 'instructor'),
    guest: world.join('u-guest', 'guest', memberId('jaffre'), [world.candidature(33).dossierId]),
  }
  const whoHolds = (marker: string): readonly string[] => {
    world.settle()
    return Object.entries(copies).flatMap(([name, { store }]) =>
      everythingIn(store).includes(marker) ? name : [],
    )
  }
  const room = ['secretariat', 'chair']
  const three = world.candidature(3)
  const five = world.candidature(5)
  const thirtyThree = world.candidature(33)

  // A mark of Madec on a point that is not shown yet; his sheet of another point; what the service thinks; a private reason.
  const comment = async (number: number, key: 'guillou' | 'hamon', marker: string): Promise<void> => {
    const sheet = { candidatureId: world.candidature(number).id, evaluatorId: memberId(key) }
    const { grid } = await ask(secretariat, 'sheet.get', sheet)
    const criterionCode = grid.sections[0]?.criteria[0]?.code ?? ''
    await ask(secretariat, 'sheet.reopen', { ...sheet, reason: 'motif' })
    const mark = { kind: 'value', hundredths: 200, comment: marker } as const
    await ask(secretariat, 'sheet.mark', { ...sheet, criterionCode, mark })
  }
  await comment(3, 'guillou', 'marqueur-note-3!')
  await comment(33, 'hamon', 'marqueur-note-33!')
  await comment(5, 'guillou', 'marqueur-note-5!')
  for (const { id: candidatureId, dossierId } of [three, five, thirtyThree]) {
    const number = candidatureId === three.id ? 3 : candidatureId === five.id ? 5 : 33
    await ask(secretariat, 'instruction.change', {
      candidatureId,
      set: { analysis: `marqueur-rapport-${number}!` },
    })
    await ask(secretariat, 'dossier.change', {
      dossierId,
      set: { description: `marqueur-projet-${number}!` },
    })
    const itemId = meeting.itemIds.get(number) ?? ''
    await ask(secretariat, 'session.write-debate', { sessionId, itemId, text: `marqueur-debat-${number}!` })
  }
  await ask(secretariat, 'recusal.declare', {
    ...{ candidatureId: three.id, memberId: memberId('floch') },
    ...{ reason: 'marqueur-motif', legalBasis: '' },
  })

  expect(whoHolds('marqueur-note-3!')).toContain('secretariat')
  expect(whoHolds('marqueur-note-3!').filter((name) => !room.includes(name))).toEqual([])
  expect(whoHolds('marqueur-note-33!')).toEqual([...room, 'hamon'])
  expect(whoHolds('marqueur-note-5!')).toEqual(room)
  expect(whoHolds('marqueur-rapport-3!')).toEqual([...room, 'instructor'])
  expect(whoHolds('marqueur-projet-3!')).toEqual([...room, 'bourdon', 'diallo', 'hamon', 'instructor'])
  expect(whoHolds('marqueur-debat-3!')).toEqual([...room, 'bourdon', 'diallo', 'hamon'])
  expect(whoHolds('marqueur-motif')).toEqual(room)
  // Diallo is recused from the fifth: nothing of it, not even through the session.
  expect(whoHolds('marqueur-projet-5!')).toEqual([...room, 'bourdon', 'hamon', 'instructor'])
  expect(whoHolds('marqueur-debat-5!')).toEqual([...room, 'bourdon', 'hamon'])
  expect(whoHolds('marqueur-projet-33!')).toEqual([
    ...room,
    'bourdon',
    'diallo',
    'hamon',
    'instructor',
    'guest',
  ])
  expect(whoHolds('marqueur-debat-33!')).toEqual([...room, 'bourdon', 'diallo', 'hamon'])

  // What is refused tells nothing of it.
  const refused = async (candidatureId: string) => {
    const answer = await ask(copies.diallo, 'sheet.get', {
      candidatureId,
      evaluatorId: memberId('diallo'),
    }).catch((error: Error) => error.message)
    return String(answer).replaceAll(candidatureId, '<id>')
  }
  expect(await refused(five.id)).toBe(await refused('0190-nobody-knows-it'))
  expect(await tried(copies.diallo, 'candidature.get', { candidatureId: five.id })).toBe(
    await tried(copies.diallo, 'candidature.get', { candidatureId: '0190-nobody-knows-it' }),
  )

  // Hamon declares herself recused in the room: what she held goes, whatever row it was in.
  await ask(copies.hamon, 'recusal.declare', {
    ...{ candidatureId: thirtyThree.id, memberId: memberId('hamon') },
    ...{ reason: 'bureau', legalBasis: '' },
  })
  expect(whoHolds('marqueur-projet-33!')).not.toContain('hamon')
  expect(whoHolds('marqueur-debat-33!')).not.toContain('hamon')
  expect(whoHolds('marqueur-note-33!')).toEqual(room)
  expect(copies.hamon.told.some(({ kind }) => kind === 'purged')).toBe(true)

  expect(world.refusedSince()).toEqual([])
})
