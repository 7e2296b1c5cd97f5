import { rmSync } from 'node:fs'
import { runBatch } from '#shared/usecases/documents/batch/runBatch.ts'
import { documentBoard } from '#shared/usecases/documents/documentBoard.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { mergingContest } from '../documents/mergingContest.ts'
import { verifyingContest } from '../documents/verifyingContest.ts'
import { benchContext } from '../ground/benchContext.ts'
import { drawingTools } from '../ground/drawingTools.ts'
import { openBeside } from '../ground/openBeside.ts'
import { writeClosedMeeting } from '../ground/writeClosedMeeting.ts'
import { meetingId } from '../ground/writeMeeting.ts'
import type { Contest, Ground, Line, Side } from '../measure/contest.ts'
import { lapOf, timed, timedAsync } from '../measure/timed.ts'

/** Line 8: what follows a long session: its board, its letters, a template of the committee, a file handed back. */
export const paperworkLine: Line = {
  name: 'paperwork',
  open: async (ground) => {
    const { heldItems, fewHeldItems } = ground.sizes
    const long = await held(ground, heldItems)
    const short = await held(ground, fewHeldItems)
    return {
      contests: [
        board(long, short),
        letters(long, short, ground),
        mergingContest(long.context),
        await verifyingContest(long.context, ground),
      ],
      close: () => {
        long.close()
        short.close()
      },
    }
  },
}

/** A closed session, in an open file. */
interface Held {
  readonly items: number
  readonly context: UseCaseContext
  close(): void
}

async function held({ file: pathOf, sizes }: Ground, items: number): Promise<Held> {
  const path = pathOf(`séance tenue ${items}.delibere`)
  const { file } = await openBeside(
    await writeClosedMeeting(path, items, { ...sizes, members: sizes.heldMembers }),
  )
  return { items, context: benchContext(file), close: () => file.close() }
}

const madeAt = '2026-11-22T17:05'

function board(long: Held, short: Held): Contest {
  const side = ({ items, context }: Held): Side => ({
    name: `${items} candidatures`,
    lap: () => {
      const lap = timed(() =>
        valueOf(documentBoard(context.file, context.digest, { sessionId: meetingId, madeAt })),
      )
      const told = lap.value.candidatures.slice(0, short.items)
      return lapOf(
        [lap],
        told.map(({ number, applicant, letter, documents }) => [
          number,
          applicant,
          letter,
          documents.map(({ document, missing }) => [document, missing]),
        ]),
      )
    },
  })
  return {
    title: `document.board of a closed session, ${long.items} candidatures`,
    goal: 'at most 300 ms; the ratio stays below that of the candidatures',
    ours: side(long),
    peers: [side(short)],
    notes: [
      'every document of the session and of each candidature is drafted to know what it lacks; nothing is drawn',
      'the first board of a process takes about twice that: the warm-up round is not counted',
    ],
    check: sameFound,
  }
}

function letters(long: Held, short: Held, { file: pathOf }: Ground): Contest {
  const tools = drawingTools()
  let batches = 0
  const side = ({ items, context }: Held): Side => ({
    name: `${items} letters`,
    lap: async () => {
      batches += 1
      const folder = pathOf(`courriers ${batches}`)
      const request = {
        sessionId: meetingId,
        what: 'letters',
        format: 'pdf',
        candidatureIds: null,
        folder,
        madeAt,
      } as const
      const control = { onProgress: () => {}, signal: { aborted: false } }
      const { value, ms, cpuMs } = await timedAsync(() => runBatch(context, tools, request, control))
      rmSync(folder, { recursive: true, force: true })
      const { written, left, merged } = valueOf(value)
      return {
        samplesMs: [ms / items],
        cpuMs: cpuMs / items,
        found: { share: written / items, left, merged: merged !== null },
      }
    },
  })
  return {
    title: `${long.items} letters in one batch, PDF, one by one and all in one file: figures of ONE letter`,
    goal: 'a letter costs the same in a long batch as in a short one',
    ours: side(long),
    peers: [side(short)],
    notes: [
      'the whole use case: facts, draft, a file each flushed to the disk, the file of all, the list for a mail merge, one signed act that keeps what each was drawn from',
    ],
    check: sameFound,
  }
}

const sameFound: Contest['check'] = (found) => {
  const [ours, ...others] = [...found.values()].map((value) => JSON.stringify(value))
  if (others.some((other) => other !== ours))
    throw new Error('a long session and a short one tell different things')
}
