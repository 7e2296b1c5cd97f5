import { expect, test } from 'vitest'
import { audited } from '#tests/processes/support/inspect.ts'
import { settled, town } from '#tests/processes/support/town.ts'

const mark = { kind: 'value', hundredths: 400, comment: '' } as const

test('[HS21] [SY21] the hub is lost for good and nobody succeeds it: given up and rebuilt, the room is at the centre as its laptops had it', async () => {
  const committee = await town({ seed: 'lost-room', laptops: 4, candidatures: 2 })
  try {
    const { secretariat, seats, sessionId, criteria, candidatureIds } = committee
    const [, other, chair, member] = seats
    if (other === undefined || chair === undefined || member === undefined) throw new Error('nobody')
    const opened = await secretariat.get('room.open', { sessionId, successors: [] })
    const lease = opened.lease.id
    // Only the room is there for what follows.
    await committee.server().kill()
    const way = { by: 'code', code: opened.door?.code ?? '', address: `127.0.0.1:${opened.port}` } as const
    for (const each of [chair, member]) await each.get('room.join', way)
    await Promise.all([chair, member].map((each) => settled(each)))
    const writes = (of: typeof member, index: number) =>
      of.get('sheet.mark', {
        ...{ candidatureId: candidatureIds[0] ?? '', evaluatorId: of.memberId ?? '' },
        ...{ criterionCode: criteria[index] ?? '', mark },
      })
    const sees = (who: typeof member, of: typeof member, index: number) =>
      who
        .laptop()
        .until(
          'sheet.get',
          { candidatureId: candidatureIds[0] ?? '', evaluatorId: of.memberId ?? '' },
          ({ sheet }) => sheet.marks[criteria[index] ?? ''] !== undefined,
          60_000,
        )
    await writes(member, 0)
    await writes(chair, 0)
    await sees(chair, member, 0)
    await Promise.all([chair, member].map((each) => settled(each)))
    await secretariat.kill()
    // The hub never had this one.
    await writes(member, 1)

    await committee.startServer()
    await other.get('sync.now', {})
    await settled(other)
    const unfinished = async () => (await other.get('room.unfinished', {})).rooms
    const [waiting] = await unfinished()
    expect(waiting).toMatchObject({ lease, sessionId, isOwnHub: false, standing: 'open', told: [] })
    expect(waiting?.session?.date).toBe('2026-12-01')
    expect(await other.ask('room.rebuild', { lease })).toMatchObject({
      refusal: { code: 'room.not-given-up' },
    })
    expect(await member.ask('room.unfinished', {})).toMatchObject({
      refusal: { code: 'view.not-allowed' },
    })
    await chair.get('room.give-up', { lease, reason: 'Volé à la sortie de la mairie.' })
    // Who gave it up was in the room: he tells by himself, the others when they reach the server.
    const tells = (who: typeof member, count: number) =>
      who.laptop().until('room.unfinished', {}, ({ rooms }) => rooms[0]?.told.length === count, 60_000)
    await member.get('sync.now', {})
    const told = await tells(other, 2)
    expect(told.rooms[0]?.standing).toBe('voided')
    expect(told.rooms[0]?.told.map(({ person }) => person).sort()).toEqual(['membre-1', 'presidence'])
    expect((await tells(chair, 2)).rooms[0]?.hub).toMatchObject({ person: waiting?.hub.person, laptop: null })
    const ofMember = { candidatureId: candidatureIds[0] ?? '', evaluatorId: member.memberId ?? '' }
    expect((await other.get('sheet.get', ofMember)).sheet.marks).toEqual({})
    await other.get('room.rebuild', { lease })
    expect(await unfinished()).toEqual([])

    for (const each of [chair, member]) {
      await each.get('sync.now', {})
      await each.laptop().until('room.state', {}, (room) => room === null, 60_000)
    }
    for (const each of [other, chair, member]) {
      await settled(each)
      expect(await each.get('sync.state', {})).toMatchObject({
        toRegularise: 0,
        incidents: 0,
        follows: 'centre',
      })
    }
    for (const [of, index] of [
      [member, 0],
      [chair, 0],
      [member, 1],
    ] as const)
      await sees(other, of, index)
    // It is found after all: what it ordered is known, and it follows as everybody.
    await secretariat.reopen()
    await secretariat.laptop().until('room.state', {}, (room) => room === null, 60_000)
    await settled(secretariat)
    await sees(secretariat, member, 1)
    expect(await secretariat.get('sync.state', {})).toMatchObject({
      toRegularise: 0,
      incidents: 0,
      follows: 'centre',
    })
    const audit = await audited(committee, other)
    expect([audit.code, audit.text]).toEqual([0, audit.text])
  } finally {
    await committee.close()
  }
}, 300_000)
