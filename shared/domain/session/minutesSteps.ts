import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides, type InstanceType } from '../committee/committee.ts'
import type { MinutesView } from '../documents/documentBoard.ts'
import { frenchDate, frenchList } from '../documents/typography.ts'
import { foldForSearch } from '../dossier/foldForSearch.ts'
import { draftMinutes, type MinutesState, type Session } from './session.ts'

/** The next step of the minutes, or one back. Dates are ISO. */
export type MinutesStep =
  | { readonly to: 'submitted' | 'settled'; readonly on: string }
  | { readonly to: 'signed'; readonly on: string; readonly by: readonly string[] }
  | { readonly to: 'published'; readonly on: string; readonly where: string }
  | { readonly to: 'back' }

export type MinutesStage = MinutesView['state']

/** [SE53] Where the minutes stand: the last step that has a date. */
export function minutesStage(minutes: MinutesState): MinutesStage {
  if (minutes.publishedOn !== null) return 'published'
  if (minutes.signedOn !== null) return 'signed'
  if (minutes.settledOn !== null) return 'settled'
  return minutes.submittedOn === null ? 'draft' : 'submitted'
}

/**
 * [SE53] brouillon → soumis → arrêté → signé → publié, one step at a time: only settled minutes are signed, only signed
 * ones are published. Those of a council are settled at the beginning of a later session, hence after the day of this one
 * (L2121-15); another instance may settle its own the same day. A step is taken back as long as nothing was published.
 * Refusals: `session.not-closed`, `minutes.step-order`, `minutes.date-order`, `input.invalid` without a signatory or a place.
 */
export function minutesAfter(
  { date, closing, minutes }: Pick<Session, 'date' | 'closing' | 'minutes'>,
  step: MinutesStep,
  instanceType: InstanceType,
): Result<MinutesState> {
  if (closing === null) return refuse('session.not-closed')
  const stage = minutesStage(minutes)
  if (step.to === 'back') return stepBack(minutes, stage)
  if (nextOf[stage] !== step.to)
    return refuse('minutes.step-order', { reason: `il est ${stageWords[stage]}` })
  const [previousDate, previousName] = previousStep(minutes, date)
  if (step.on < previousDate)
    return refuse('minutes.date-order', {
      reason: `le ${frenchDate(step.on)} précède ${previousName} du ${frenchDate(previousDate)}`,
    })
  switch (step.to) {
    case 'submitted':
      return ok({ ...minutes, submittedOn: step.on })
    case 'settled':
      return decides(instanceType) && step.on <= date
        ? refuse('minutes.date-order', {
            reason: `le procès-verbal d’un conseil est arrêté au début d’une séance suivante, après le ${frenchDate(date)}`,
          })
        : ok({ ...minutes, settledOn: step.on })
    case 'signed': {
      const signedBy = step.by.map((name) => name.trim()).filter((name) => name !== '')
      return signedBy.length === 0
        ? refuse('input.invalid', { reason: 'il faut le nom d’au moins un signataire' })
        : ok({ ...minutes, signedOn: step.on, signedBy })
    }
    case 'published':
      return step.where.trim() === ''
        ? refuse('input.invalid', { reason: 'il faut dire où le procès-verbal est publié' })
        : ok({ ...minutes, publishedOn: step.on, publishedAt: step.where.trim() })
  }
}

/**
 * [SE55] What a council's minutes are blamed for, in sentences: without the signature of who chaired or kept them, or published
 * after the week of L2121-15, or not yet though it has passed. `today` is an ISO date; `signatories`, in words, by name.
 */
export function minutesRemarks(
  minutes: MinutesState,
  signatories: readonly string[],
  today: string,
): readonly string[] {
  const signed = minutes.signedBy.map(foldForSearch)
  const missing = signatories.filter((name) => !signed.some((each) => each.includes(foldForSearch(name))))
  const due = publicationDueOn(minutes)
  const late = due !== null && (minutes.publishedOn ?? today) > due
  return [
    ...(minutes.signedOn === null || missing.length === 0
      ? []
      : [`Le procès-verbal n’est pas signé par ${frenchList(missing)} (article L2121-15 du CGCT).`]),
    ...(late
      ? [
          `${minutes.publishedOn === null ? 'Le procès-verbal devait être publié' : 'Le procès-verbal a été publié après l’échéance : il devait l’être'} au plus tard le ${frenchDate(due)}, dans la semaine de la séance où il a été arrêté (article L2121-15 du CGCT).`,
        ]
      : []),
  ]
}

/** [SE54] Published within the week that follows the session where they were settled (L2121-15); null before. */
export function publicationDueOn({ settledOn }: MinutesState): string | null {
  if (settledOn === null) return null
  const [year = 0, month = 1, day = 1] = settledOn.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + publicationDays)).toISOString().slice(0, 10)
}

const publicationDays = 7

const nextOf: Readonly<Record<MinutesStage, MinutesStage | null>> = {
  draft: 'submitted',
  submitted: 'settled',
  settled: 'signed',
  signed: 'published',
  published: null,
}

const stageWords: Readonly<Record<MinutesStage, string>> = {
  draft: 'à l’état de projet, à soumettre',
  submitted: 'soumis, à arrêter',
  settled: 'arrêté, à signer',
  signed: 'signé, à publier',
  published: 'publié',
}

/** The step before, with its date: no step is dated before it. */
function previousStep(
  { submittedOn, settledOn, signedOn }: MinutesState,
  heldOn: string,
): readonly [string, string] {
  if (signedOn !== null) return [signedOn, 'la signature']
  if (settledOn !== null) return [settledOn, 'l’arrêt']
  return submittedOn === null ? [heldOn, 'la séance'] : [submittedOn, 'l’envoi']
}

function stepBack(minutes: MinutesState, stage: MinutesStage): Result<MinutesState> {
  switch (stage) {
    case 'draft':
      return refuse('minutes.step-order', { reason: 'il est encore à l’état de projet' })
    case 'submitted':
      return ok(draftMinutes)
    case 'settled':
      return ok({ ...minutes, settledOn: null })
    case 'signed':
      return ok({ ...minutes, signedOn: null, signedBy: [] })
    case 'published':
      return refuse('minutes.step-order', { reason: 'il est publié, et une publication ne se reprend pas' })
  }
}
