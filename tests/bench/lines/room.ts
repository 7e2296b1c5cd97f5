import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { markCriterion } from '#shared/usecases/marks/sheets.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { viewSession } from '#shared/usecases/sessions/viewSession.ts'
import { secretary, tickingClock, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { openBeside } from '../ground/openBeside.ts'
import { markedCriterion, markingMember } from '../ground/writeBigFile.ts'
import { meetingId, writeMeeting } from '../ground/writeMeeting.ts'
import type { Contest, Line, Side } from '../measure/contest.ts'
import { lapOf, timed } from '../measure/timed.ts'

/** Line 8: a mark keyed in the room of a long meeting, beside the same act in a short one. */
export const roomLine: Line = {
  name: 'room',
  open: async (ground) => {
    const { sizes } = ground
    const long = await openMeeting(ground.file('longue séance.delibere'), sizes.sessionItems)
    const short = await openMeeting(ground.file('courte séance.delibere'), sizes.shortSessionItems)
    return {
      contests: [
        {
          ...contestOf(keying(long, sizes.marks), keying(short, sizes.marks)),
          title: `Keying a mark in a session of ${sizes.sessionItems} items`,
          goal: 'at most 1.3: the length of the agenda is not felt; p95 at most 16 ms',
          notes: [
            `${sizes.marks} marks a round, each its own transaction, signed, on the disk and folded`,
            `${sizes.members} members in the room, ${sizes.criteria} criteria, every sheet filled, all but those of the marking member filed`,
          ],
        },
        {
          ...contestOf(rereading(long, sizes.rereadings), rereading(short, sizes.rereadings)),
          title: `The same, and session.get read again, ${sizes.sessionItems} items`,
          goal: 'p95 at most 100 ms: the screen follows the hand; the ratio stays below that of the items',
          notes: [
            `${sizes.rereadings} marks a round, each followed by the whole view: ranking, quorum of each point, money, checks of the closing`,
            `the items are ${Math.round(sizes.sessionItems / sizes.shortSessionItems)} times as many as beside`,
          ],
        },
      ],
      close: () => {
        long.close()
        short.close()
      },
    }

    async function openMeeting(path: string, items: number): Promise<Meeting> {
      const { file } = await openBeside(await writeMeeting(path, items, sizes))
      const context: UseCaseContext = {
        file,
        actor: secretary,
        clock: tickingClock(),
        randomness: nodeCrypto,
        digest: {
          sha256Hex: (content) => Buffer.from(nodeCrypto.sha256(Buffer.from(content))).toString('hex'),
        },
      }
      return { items, context, close: () => file.close() }
    }
  },
}

interface Meeting {
  readonly items: number
  readonly context: UseCaseContext
  close(): void
}

function keying(meeting: Meeting, marks: number): Side {
  return {
    name: `${meeting.items} items`,
    lap: (round) => {
      const laps = Array.from({ length: marks }, (_, index) => timed(() => keyMark(meeting, index, round)))
      return lapOf(
        laps,
        laps.map(({ value }) => value),
      )
    },
  }
}

function rereading(meeting: Meeting, marks: number): Side {
  return {
    name: `${meeting.items} items`,
    lap: (round) => {
      const laps = Array.from({ length: marks }, (_, index) =>
        timed(() => {
          const keyed = keyMark(meeting, index, round)
          const { items } = valueOf(viewSession(meeting.context, { sessionId: meetingId }))
          if (items.length !== meeting.items) throw new Error('a point is missing from the view')
          return keyed
        }),
      )
      return lapOf(
        laps,
        laps.map(({ value }) => value),
      )
    },
  }
}

/** The mark as the sheet shows it afterwards. */
function keyMark({ context, items }: Meeting, index: number, round: number): unknown {
  const mark = { kind: 'value', hundredths: ((round + index) % 6) * 100, comment: '' } as const
  const candidatureId = `c${1 + ((index * 37) % items)}`
  const key = { candidatureId, evaluatorId: markingMember }
  const view = valueOf(markCriterion(context, { ...key, criterionCode: markedCriterion, mark }))
  return view.sheet.marks[markedCriterion]
}

const contestOf = (ours: Side, peer: Side): Pick<Contest, 'ours' | 'peers' | 'check'> => ({
  ours,
  peers: [peer],
  check: (found) => {
    const [long, short] = [...found.values()].map((value) => JSON.stringify(value))
    if (long !== short) throw new Error('a mark was not stored as it was keyed')
  },
})
