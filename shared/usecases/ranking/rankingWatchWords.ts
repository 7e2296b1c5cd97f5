import {
  counted,
  frenchAmount,
  frenchDecimal,
  frenchList,
  ofName,
} from '#shared/domain/documents/typography.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Criterion, Grid } from '#shared/domain/grid/grid.ts'
import type { DebateReason } from '#shared/domain/ranking/debateList.ts'
import type { NotRankedReason } from '#shared/domain/ranking/ranking.ts'
import type { RankMove } from '#shared/domain/ranking/robustness.ts'
import { toFixedHalfUp } from '#shared/kernel/rational.ts'

/** What the sentences need to name people, candidatures and criteria. */
export interface WatchWords {
  readonly grid: Pick<Grid, 'sections'>
  nameOf(memberId: string): string
  numberOf(candidatureId: string): number
  rankOf(candidatureId: string): number | null
}

/** Why a candidature is to debate, with its figures; null for what is no news: sealed marks wait for their hour. */
export function debateClause(reason: DebateReason, words: WatchWords): string | null {
  switch (reason.code) {
    case 'tied-at-cut-line':
      return `ex æquo avec ${numbers(reason.tiedWith, words)} là où l’enveloppe s’épuise`
    case 'fragile-award':
      return `un seul cran sur une seule note changerait la proposition (${counted(reason.moves, 'note en cause', 'notes en cause')})`
    case 'knocked-out':
      return `sous le seuil éliminatoire de ${frenchList(reason.criterionCodes.map((code) => quoted(code, words)))}`
    case 'below-minimum':
      return `note de ${frenchDecimal(toFixedHalfUp(reason.total, 2))}, sous le minimum de ${decimal(reason.minimumScore)}`
    case 'divergence': {
      const limit = `${reason.ofRules ? 'seuil du règlement' : 'repère usuel'} : ${decimal(reason.limitPoints)}`
      return `écart de ${frenchDecimal(toFixedHalfUp(reason.gap, 2))} points entre les fiches (${limit})`
    }
    case 'amount-unknown':
      return 'montant demandé inconnu'
    case 'not-ranked':
      return notRankedClauses[reason.reason]
    case 'missing-sheets':
      return `sans fiche déposée ${ofName(frenchList(reason.memberIds.map((id) => words.nameOf(id))))}`
    case 'missing-marks':
      return counted(reason.marks.length, 'note manquante', 'notes manquantes')
  }
}

const notRankedClauses: Readonly<Record<NotRankedReason, string | null>> = {
  'no-sheet': 'non classée : aucune fiche déposée ne compte',
  'too-few-evaluators': 'non classée : pas assez d’évaluateurs',
  withdrawn: 'non classée : candidature retirée',
  inadmissible: 'non classée : candidature irrecevable',
  merged: 'non classée : réunie avec une autre',
  sealed: null,
}

/** One mark, one step, and all that it changes. */
export function moveSentence(candidatureId: string, move: RankMove, words: WatchWords): string {
  const criterion = criterionOf(move.criterionCode, words)
  const mark = (hundredths: number): string =>
    displayMark({ kind: criterion?.scale.kind ?? '0-20' }, { kind: 'value', hundredths })
  const own = move.awardsChanged.find((change) => change.candidatureId === candidatureId)
  const others = move.awardsChanged.filter((change) => change !== own).map((change) => change.candidatureId)
  const rank = words.rankOf(candidatureId)
  const effects = [
    ...(move.newRank === rank ? [] : [`la candidature passerait du rang ${rank} au rang ${move.newRank}`]),
    ...(own ? [`elle recevrait ${frenchAmount(own.toCents)} au lieu de ${frenchAmount(own.fromCents)}`] : []),
    ...(others.length > 0 ? [`la proposition changerait pour ${numbers(others, words)}`] : []),
    ...(move.otherRanksChanged.length > 0
      ? [`le rang changerait pour ${numbers(move.otherRanksChanged, words)}`]
      : []),
  ]
  const keyed = `${mark(move.toHundredths)} au lieu de ${mark(move.fromHundredths)}`
  return `Si la note ${ofName(words.nameOf(move.evaluatorId))} sur ${quoted(move.criterionCode, words)} était ${keyed} : ${effects.join(' ; ')}.`
}

const numbers = (candidatureIds: readonly string[], words: WatchWords): string =>
  frenchList(candidatureIds.map((id) => `n° ${words.numberOf(id)}`))

const quoted = (code: string, words: WatchWords): string => `« ${criterionOf(code, words)?.label ?? code} »`

const criterionOf = (code: string, { grid }: WatchWords): Criterion | undefined =>
  criteriaOf(grid).find((criterion) => criterion.code === code)

const decimal = (points: number): string => frenchDecimal(String(points))
