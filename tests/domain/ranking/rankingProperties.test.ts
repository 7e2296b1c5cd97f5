import fc from 'fast-check'
import { expect, test } from 'vitest'
import { debateList } from '#shared/domain/ranking/debateList.ts'
import { rank } from '#shared/domain/ranking/rank.ts'
import type { RankedCandidature } from '#shared/domain/ranking/ranking.ts'
import type { RankingInput } from '#shared/domain/ranking/rankingInput.ts'
import { robustness } from '#shared/domain/ranking/robustness.ts'
import { compareWithoutAbsentMarkers } from '#shared/domain/ranking/withoutAbsentMarkers.ts'
import { memberId, recusalOf } from '../builders.ts'
import { anyRankingInput } from './anyRankingInput.ts'

const everythingOf = (input: RankingInput) => {
  const ranking = rank(input)
  const fragility = robustness(input)
  return {
    ranking,
    fragility,
    debate: debateList(input, ranking, fragility),
    comparison: compareWithoutAbsentMarkers(input, ranking),
  }
}

test('[RK2] evaluators, sheets, marks, recusals and candidatures in any order give the same ranking, robustness and debate', () => {
  fc.assert(
    fc.property(anyRankingInput, fc.infiniteStream(fc.nat()), (input, stream) => {
      const shuffled = <T>(list: readonly T[]): readonly T[] =>
        list
          .map((item) => ({ item, key: stream.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      expect(
        everythingOf({
          ...input,
          candidatures: shuffled(input.candidatures),
          sheets: shuffled(input.sheets).map((sheet) => ({
            ...sheet,
            marks: Object.fromEntries(shuffled(Object.entries(sheet.marks))),
          })),
          recusals: shuffled(input.recusals),
          members: shuffled(input.members),
        }),
      ).toEqual(everythingOf(input))
    }),
  )
})

/** A row without the trace that a recused member's sheet leaves. */
const untraced = (row: RankedCandidature): RankedCandidature => ({
  ...row,
  score: { ...row.score, sheets: row.score.sheets.filter(({ excluded }) => excluded !== 'recused') },
})

const anyRecusal = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }))

test('[SC6] [RK2] a recusal takes out the sheet of that member on that candidature, and nothing else', () => {
  fc.assert(
    fc.property(anyRankingInput, anyRecusal, (drawn, [candidature, member]) => {
      const [candidatureId, recusedId] = [`c${candidature}`, memberId(member)]
      const isTheirs = (one: { candidatureId: string }, id: string) =>
        one.candidatureId === candidatureId && id === recusedId
      const input = {
        ...drawn,
        recusals: drawn.recusals.filter((recusal) => !isTheirs(recusal, recusal.memberId)),
      }
      const without = {
        ...input,
        sheets: input.sheets.filter((sheet) => !isTheirs(sheet, sheet.evaluatorId)),
      }
      const recused = rank({ ...input, recusals: [...input.recusals, recusalOf(candidatureId, recusedId)] })
      // The same ranking, money and totals as if that sheet did not exist.
      expect(recused.rows.map(untraced)).toEqual(rank(without).rows.map(untraced))
      expect([recused.awardedCents, recused.requestedCents]).toEqual([
        rank(without).awardedCents,
        rank(without).requestedCents,
      ])
      // Whose sheet stays, as a trace that counts for nothing.
      const trace = recused.rows
        .find((row) => row.candidatureId === candidatureId)
        ?.score.sheets.find((sheet) => sheet.evaluatorId === recusedId)
      expect(trace?.excluded ?? 'recused').toBe('recused')
      // No other candidature is scored otherwise.
      const scores = (rows: readonly RankedCandidature[]) =>
        rows
          .filter((row) => row.candidatureId !== candidatureId)
          .map(({ candidatureId: id, score }) => [id, score] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
      expect(scores(recused.rows)).toEqual(scores(rank(input).rows))
      // And what was recused is not absent.
      const missing = (ranking: ReturnType<typeof rank>) =>
        ranking.absentMarkers.find((one) => one.memberId === recusedId)?.missingSheets ?? 0
      expect(missing(recused)).toBeLessThanOrEqual(missing(rank(without)))
    }),
  )
})

test('[SC6] a recusal set aside by the chair leaves the ranking as if it had never been declared', () => {
  fc.assert(
    fc.property(anyRankingInput, anyRecusal, (input, [candidature, member]) => {
      const setAside = recusalOf(`c${candidature}`, memberId(member), {
        status: 'set-aside',
        assessmentReason: 'simple adhérente',
      })
      expect(rank({ ...input, recusals: [...input.recusals, setAside] })).toEqual(rank(input))
    }),
  )
})
