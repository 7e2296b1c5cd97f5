import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { mergeTemplate } from '#main/adapters/documents/templates/mergeTemplate.ts'
import { templateAsWord } from '#main/adapters/documents/templates/templateAsWord.ts'
import { letterTemplates } from '#shared/domain/documents/dossier/letterTemplates.ts'
import { withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { draftOf } from '#shared/usecases/documents/draftOf.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { meetingId } from '../ground/writeMeeting.ts'
import type { Contest } from '../measure/contest.ts'
import { lapOf, type Timed, timedAsync } from '../measure/timed.ts'

const document = 'letter-partial-award'

/** A letter made with a Word template of the committee, beside the engine alone. */
export function mergingContest({ file, digest }: UseCaseContext): Contest {
  const { model, fields } = valueOf(
    draftOf(file, digest, {
      sessionId: meetingId,
      candidatureId: 'c1',
      document,
      reading: 'full',
      madeAt: '2026-11-22T17:05',
    }),
  )
  const template = templateAsWord(letterTemplates[document])
  const side = (name: string, merge: (word: Uint8Array) => Promise<Uint8Array>) => ({
    name,
    lap: async () => {
      const word = await template
      const laps: Timed<Uint8Array>[] = []
      for (let index = 0; index < merges; index++) laps.push(await timedAsync(() => merge(word)))
      return lapOf(laps, laps.at(-1)?.value)
    },
  })
  return {
    title: 'A letter merged into a Word template',
    goal: 'at most 3 times the engine alone',
    ours: side('mergeTemplate()', async (word) => valueOf(await mergeTemplate(word, fields, model))),
    peers: [
      side('docxtemplater', async (word) => {
        const engine = new Docxtemplater(new PizZip(word), {
          paragraphLoop: true,
          linebreaks: true,
          nullGetter: () => '',
          parser: (tag) => ({
            // A text without a letter is a condition that does not hold, as in our templates.
            get: (scope: Readonly<Record<string, unknown>>) => scope[tag] || false,
          }),
        })
        engine.render(fields)
        return new Uint8Array(engine.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }))
      }),
    ],
    notes: [
      `${merges} merges a round, warm`,
      'ours, which uses the same engine, checks the tags first, reports every empty field, puts identity and code of pages in, drops rows without a value and writes the same bytes each time',
    ],
    check: async (found) => {
      const texts = await Promise.all(
        [...found.values()].map(async (bytes) =>
          withoutSpaces((await readDocument(bytes as Uint8Array))?.text ?? ''),
        ),
      )
      if (texts[0] === '' || texts.some((text) => text !== texts[0]))
        throw new Error('the two merges do not say the same')
    },
  }
}

const merges = 20
