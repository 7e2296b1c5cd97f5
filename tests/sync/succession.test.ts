import { expect, test } from 'vitest'
import { audited } from '#tests/processes/support/inspect.ts'
import { settled, town } from '#tests/processes/support/town.ts'

const mark = { kind: 'value', hundredths: 400, comment: '' } as const

test('[HS16] [SY63] the hub is killed: once its successor took over everybody finds it alone, the former hub too, and nothing is lost', async () => {
  const committee = await town({ seed: 'succession', laptops: 5, candidatures: 2 })
  try {
    const { secretariat, seats, sessionId, criteria, candidatureIds } = committee
    const [, heir, , first, second] = seats
    if (heir === undefined || first === undefined || second === undefined) throw new Error('nobody')
    const { people } = await secretariat.get('sync.people.list', {})
    const successors = people
      .flatMap(({ devices }) => devices)
      .filter(({ mayHub, isThis, name }) => mayHub && !isThis && name !== '')
      .map(({ deviceId }) => deviceId)
    const opened = await secretariat.get('room.open', { sessionId, successors })
    await committee.server().kill()
    const way = { by: 'code', code: opened.door?.code ?? '', address: `127.0.0.1:${opened.port}` } as const
    for (const each of [first, heir, second]) await each.get('room.join', way)
    await Promise.all([first, heir, second].map((each) => settled(each)))
    const marks = (of: typeof first, index: number) =>
      of.get('sheet.mark', {
        ...{ candidatureId: candidatureIds[0] ?? '', evaluatorId: of.memberId ?? '' },
        ...{ criterionCode: criteria[index] ?? '', mark },
      })
    const sees = (who: typeof first, of: typeof first, index: number) =>
      who
        .laptop()
        .until(
          'sheet.get',
          { candidatureId: candidatureIds[0] ?? '', evaluatorId: of.memberId ?? '' },
          ({ sheet }) => sheet.marks[criteria[index] ?? ''] !== undefined,
          60_000,
        )
    await marks(first, 0)
    await sees(heir, first, 0)
    await settled(first)

    await secretariat.kill()
    // The successor is not the only one without an answer: what is written meanwhile waits.
    await marks(second, 0)
    await heir.laptop().until('sync.state', {}, ({ room }) => room?.mayTakeOver === true, 60_000)
    const taken = await heir.get('room.take-over', {})
    expect(taken).toMatchObject({ isHub: true, lease: { id: opened.lease.id, epoch: 1 } })
    await Promise.all([first, second].map((each) => settled(each)))
    await sees(heir, second, 0)
    const hubsOf = ({ people }: typeof taken) =>
      people.filter(({ isHub }) => isHub).map((one) => one.deviceId)
    // Who had nothing to send is settled before it has found the successor.
    const seen = await first
      .laptop()
      .until('room.state', {}, (room) => room?.lease.epoch === 1 && hubsOf(room).length === 1, 60_000)
    expect(seen).toMatchObject({ isHub: false, hubName: taken.hubName })
    expect(seen === null ? [] : hubsOf(seen)).toEqual(hubsOf(taken))

    // The laptop of the first hub is found again and switched on.
    await secretariat.reopen()
    const back = await secretariat
      .laptop()
      .until('room.state', {}, (room) => room?.isHub === false && room.lease.epoch === 1, 60_000)
    expect(back).toMatchObject({ standing: 'open', door: null, mayTakeOver: false })
    await settled(secretariat)
    await marks(first, 1)
    await sees(secretariat, first, 1)
    await secretariat.get('session.attend', {
      ...{ sessionId, memberId: committee.memberIds[0] ?? '', status: 'present' },
    })
    await settled(secretariat)
    expect(await secretariat.ask('room.close', {})).toMatchObject({ refusal: { code: 'room.not-hub' } })

    await committee.startServer()
    await heir.get('sync.now', {})
    await heir.laptop().until('sync.people.list', {}, () => true, 60_000)
    await heir.get('room.close', {})
    for (const each of [secretariat, heir, first, second]) {
      await each.get('sync.now', {})
      await each.laptop().until('room.state', {}, (room) => room === null, 60_000)
      await settled(each)
      expect(await each.get('sync.state', {})).toMatchObject({
        toRegularise: 0,
        incidents: 0,
        follows: 'centre',
      })
    }
    for (const [of, index] of [
      [first, 0],
      [first, 1],
      [second, 0],
    ] as const)
      await sees(secretariat, of, index)
    const audit = await audited(committee, committee.secretariat)
    expect([audit.code, audit.text]).toEqual([0, audit.text])
  } finally {
    await committee.close()
  }
}, 300_000)
