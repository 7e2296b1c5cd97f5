import { readFileSync } from 'node:fs'
import { openPdf } from '#main/adapters/documents/reading/openPdf.ts'
import { exportDocument } from '#shared/usecases/documents/exportDocument.ts'
import { verifyDocument } from '#shared/usecases/documents/verifyDocument.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { drawingTools } from '../ground/drawingTools.ts'
import { meetingId } from '../ground/writeMeeting.ts'
import type { Contest, Ground } from '../measure/contest.ts'
import { lapOf, timedAsync } from '../measure/timed.ts'

/** The minutes of the session handed back as they left. */
export async function verifyingContest(context: UseCaseContext, { file: pathOf }: Ground): Promise<Contest> {
  const tools = drawingTools()
  const path = pathOf('procès-verbal.pdf')
  valueOf(
    await exportDocument(context, tools, {
      sessionId: meetingId,
      candidatureId: null,
      document: 'minutes',
      format: 'pdf',
      reading: 'full',
      madeAt: '2026-11-22T17:05',
      path,
    }),
  )
  const pages = (await readEveryPage(path)).length
  return {
    title: `Verification of minutes of ${pages} pages, PDF`,
    goal: 'at most 1.5 of reading the text of every page',
    ours: {
      name: 'verifyDocument()',
      lap: async () => {
        const lap = await timedAsync(() => verifyDocument(context, tools, { path }))
        return lapOf([lap], valueOf(lap.value).verdict)
      },
    },
    peers: [
      {
        name: 'pdf.js, text of every page',
        lap: async () => {
          const lap = await timedAsync(() => readEveryPage(path))
          return lapOf([lap], lap.value.every((text) => text > 0) ? 'conforme' : 'a page without text')
        },
      },
    ],
    notes: [
      'ours reads the text in the order of the structure, the identity and the signatures, takes the digest, and looks in the file for what left',
    ],
    check: (found) => {
      for (const [name, verdict] of found)
        if (verdict !== 'conforme') throw new Error(`${name}: ${String(verdict)}`)
    },
  }
}

/** Number of pieces of text of each page. */
async function readEveryPage(path: string): Promise<readonly number[]> {
  const loading = await openPdf(new Uint8Array(readFileSync(path)))
  try {
    const pdf = await loading.promise
    const counts: number[] = []
    for (let page = 1; page <= pdf.numPages; page++)
      counts.push((await (await pdf.getPage(page)).getTextContent()).items.length)
    return counts
  } finally {
    await loading.destroy()
  }
}
