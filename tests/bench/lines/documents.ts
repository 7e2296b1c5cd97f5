import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { Maker } from '../documents/makers.ts'
import { minutesOf } from '../documents/minutesOf.ts'
import type { Contest, Ground, Line, Side } from '../measure/contest.ts'

/** Line 7: the minutes of a long session, each rendering in a process of its own. */
export const documentsLine: Line = {
  name: 'documents',
  open: (ground) => ({ contests: [pdf(ground), docx(ground)], close: () => {} }),
}

function pdf(ground: Ground): Contest {
  return {
    title: `Minutes as PDF, ${ground.sizes.minutesItems} candidatures`,
    goal: 'at most 0.45 of pdfkit (design), here faster than pdf-lib by hand, in no more memory',
    ours: maker(ground, 'renderPdf()', 'our-pdf'),
    peers: [maker(ground, 'pdf-lib, drawText', 'naive-pdf')],
    notes: [
      'ours is tagged for screen readers (PDF/UA), with tables, headings, outline, footers, five faces and page rules',
      'the peer draws the same words in one face, line under line, without table nor tag',
      'time of the first rendering of a fresh process, program and fonts loaded; peak of the whole process, its model included',
    ],
    check: sameText(ground),
  }
}

function docx(ground: Ground): Contest {
  return {
    title: `Minutes as DOCX, ${ground.sizes.minutesItems} candidatures`,
    goal: 'none here (design: 0.8 of docxtemplater, which is not installed)',
    ours: maker(ground, 'renderDocx()', 'our-docx'),
    peers: [maker(ground, 'limit: bytes by hand', 'bare-docx')],
    notes: ['the limit zips the same words as bare paragraphs: no style, no table, no heading, no footer'],
    check: sameText(ground),
  }
}

function maker(ground: Ground, name: string, who: Maker): Side {
  const path = ground.file(who.replace('-', '.'))
  return {
    name,
    lap: async () => {
      const { stdout } = await run(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        child,
        who,
        String(ground.sizes.minutesItems),
        path,
      ])
      const { ms, cpuMs, peakMb } = JSON.parse(stdout) as { ms: number; cpuMs: number; peakMb: number }
      const bytes = new Uint8Array(await readFile(path))
      return { samplesMs: [ms], cpuMs, peakMb, sizeKb: bytes.length / 1024, found: bytes }
    },
  }
}

/**
 * In the first round every file is read back and must carry the words of the model in their order; reading takes longer
 * than drawing, so that later rounds only ask of ours the same bytes again.
 */
function sameText({ sizes }: Ground): Contest['check'] {
  let first: Uint8Array | undefined
  return async (found) => {
    const [ours] = found.values() as Iterable<Uint8Array>
    if (first !== undefined) {
      if (!Buffer.from(first).equals(ours ?? new Uint8Array()))
        throw new Error('the same minutes, other bytes')
      return
    }
    const expected = withoutSpaces(plainText(minutesOf(sizes.minutesItems)))
    for (const [name, bytes] of found) {
      const reading = await readDocument(bytes as Uint8Array)
      if (withoutSpaces(reading?.text ?? '') !== expected)
        throw new Error(`${name} does not carry the text of the minutes`)
    }
    first = ours
  }
}

const run = promisify(execFile)
const child = fileURLToPath(new URL('../documents/renderChild.ts', import.meta.url))
