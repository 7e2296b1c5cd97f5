import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { markCriterion } from '#shared/usecases/marks/sheets.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { secretary, tickingClock, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { openBeside } from '../ground/openBeside.ts'
import { plainDatabase } from '../ground/plainDatabase.ts'
import { markedCriterion, markingMember } from '../ground/writeBigFile.ts'
import type { Line } from '../measure/contest.ts'
import { lapOf, timed } from '../measure/timed.ts'

/** Line 4: one mark keyed, until it is signed, on the disk and folded. */
export const markLine: Line = {
  name: 'mark',
  open: async (ground) => {
    const { file } = await openBeside(await ground.bigFile())
    const plain = plainDatabase(ground.file('marks.sqlite'))
    plain.exec('CREATE TABLE marks (candidature TEXT, member TEXT, criterion TEXT, hundredths INTEGER)')
    const insert = plain.prepare('INSERT INTO marks VALUES (?, ?, ?, ?)')
    const context: UseCaseContext = {
      file,
      actor: secretary,
      clock: tickingClock(),
      randomness: nodeCrypto,
      digest: {
        sha256Hex: (content) => Buffer.from(nodeCrypto.sha256(Buffer.from(content))).toString('hex'),
      },
    }
    const { candidatures, marks } = ground.sizes
    const places = Array.from({ length: marks }, (_, index) => `c${1 + ((index * 37) % candidatures)}`)
    const hundredthsAt = (round: number) => (round % 6) * 100
    return {
      contests: [
        {
          title: `One mark keyed in a file of ${candidatures} candidatures`,
          goal: 'p95 at most 16 ms: one frame of the screen',
          ours: {
            name: 'markCriterion()',
            lap: (round) => {
              const laps = places.map((candidatureId) =>
                timed(() =>
                  markCriterion(context, {
                    candidatureId,
                    evaluatorId: markingMember,
                    criterionCode: markedCriterion,
                    mark: { kind: 'value', hundredths: hundredthsAt(round), comment: '' },
                  }),
                ),
              )
              const found = laps.map(({ value }) => valueOf(value).sheet.marks[markedCriterion])
              return lapOf(laps, found.map(hundredthsOf))
            },
          },
          peers: [
            {
              name: 'bare INSERT, plain file, FULL',
              lap: (round) => {
                const laps = places.map((candidature) =>
                  timed(() => insert.run(candidature, markingMember, markedCriterion, hundredthsAt(round))),
                )
                return lapOf(
                  laps,
                  places.map(() => hundredthsAt(round)),
                )
              },
            },
          ],
          notes: [
            `${marks} marks a round, each its own transaction, write-ahead log and synchronous=FULL on both sides`,
            'ours checks the rights and the scale, signs (Ed25519), chains, encrypts, folds, indexes the operation for the history and answers the sheet with its total; the peer writes one unencrypted row',
            'the disk decides: where fsync costs milliseconds the two come close',
          ],
          check: (found) => {
            const [ours, bare] = [...found.values()].map((value) => JSON.stringify(value))
            if (ours !== bare) throw new Error('a mark was not stored as it was keyed')
          },
        },
      ],
      close: () => {
        plain.close()
        file.close()
      },
    }
  },
}

const hundredthsOf = (mark: object | undefined): unknown =>
  mark !== undefined && 'hundredths' in mark ? mark.hundredths : undefined
