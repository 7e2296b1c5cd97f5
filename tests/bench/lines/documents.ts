import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { compareResaved } from '#shared/domain/documents/compareResaved.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { Maker } from '../documents/makers.ts'
import { minutesOf } from '../documents/minutesOf.ts'
import { presentMakers } from '../documents/presentMakers.ts'
import type { Contest, Ground, Line, Side } from '../measure/contest.ts'

/** Line 7: the minutes of a long session, each writing in a process of its own. */
export const documentsLine: Line = {
  name: 'documents',
  open: (ground) => ({ contests: [pdf(ground), docx(ground)], close: () => {} }),
}

function pdf(ground: Ground): Contest {
  const peers = presentMakers([
    { who: 'pdfkit-pdf', name: 'pdfkit, tags on' },
    { who: 'pdfmake-pdf', name: 'pdfmake' },
    { who: 'office-pdf', name: office },
    { who: 'naive-pdf', name: 'pdf-lib, drawText' },
  ])
  return {
    title: `Minutes as PDF, ${ground.sizes.minutesItems} candidatures`,
    goal: 'at most 0.45 of pdfkit, in no more memory; faster than the others',
    ours: maker(ground, 'renderPdf()', 'our-pdf'),
    peers: peers.present.map(({ who, name }) => maker(ground, name, who)),
    notes: [
      'ours: tags, all that PDF/A-2a asks as far as we know (no validator was run), named tables with repeated header rows, headings, outline, heads and feet with page numbers, a code on each page, five faces, page rules',
      'pdfkit: tags, tables, outline, feet; header rows not repeated, no head, no code, no page rule, no PDF/A; its streams are compressed, its objects are not',
      'pdfmake: tables and outline; no tag, no foot, no repeated header row (an untagged file is read as it is drawn)',
      'LibreOffice converts our Word file, in a process that starts for it; a code on each page, as in that file; it reads and lays out a file, where the others begin with the model; its memory and processor time are sampled',
      'pdf-lib draws the same words in one face, line under line, without table, tag nor foot',
      'all but LibreOffice are given the same TTF files',
      'time of the first writing of a fresh process, program and fonts loaded; peak of the whole process, its model included',
      ...peers.notes,
    ],
    check: sameText(ground),
  }
}

function docx(ground: Ground): Contest {
  const peers = presentMakers([
    { who: 'docxtemplater-docx', name: 'docxtemplater' },
    { who: 'office-docx', name: office },
    { who: 'bare-docx', name: 'limit: bytes by hand' },
  ])
  return {
    title: `Minutes as DOCX, ${ground.sizes.minutesItems} candidatures`,
    goal: 'at most 0.8 of docxtemplater',
    ours: maker(ground, 'renderDocx()', 'our-docx'),
    peers: peers.present.map(({ who, name }) => maker(ground, name, who)),
    notes: [
      'docxtemplater merges the same words into a template with our styles, heads and feet, made before the clock starts: tables without rule, width nor header row, no list, no landscape section, no fixed bytes',
      'LibreOffice converts HTML with the same words, headings and tables: no style of ours, no head, no foot; its start is counted',
      'the limit zips the same words as bare paragraphs: no style, no table, no heading, no footer',
      ...peers.notes,
    ],
    check: sameText(ground),
  }
}

const office = 'LibreOffice, headless'

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
      const { ms, cpuMs, peakMb } = JSON.parse(stdout) as Record<'ms' | 'cpuMs' | 'peakMb', number | null>
      const bytes = new Uint8Array(await readFile(path))
      return {
        samplesMs: [ms ?? Number.NaN],
        cpuMs: cpuMs ?? Number.NaN,
        ...(peakMb === null ? {} : { peakMb }),
        sizeKb: bytes.length / 1024,
        found: bytes,
      }
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
    const model = minutesOf(sizes.minutesItems)
    const expected = withoutSpaces(plainText(model))
    for (const [name, bytes] of found) {
      const text = (await readDocument(bytes as Uint8Array))?.text ?? ''
      // Heads, feet and labels of lists stand among the text of a PDF that an office suite made: a verifier knows them.
      const isSame =
        withoutSpaces(text) === expected || (name === office && compareResaved(model, text, 1).length === 0)
      if (!isSame) throw new Error(`${name} does not carry the text of the minutes`)
    }
    first = ours
  }
}

const run = promisify(execFile)
const child = fileURLToPath(new URL('../documents/renderChild.ts', import.meta.url))
