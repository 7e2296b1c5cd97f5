import { decides } from '../committee/committee.ts'
import { type MinutesStage, minutesStage } from '../session/minutesSteps.ts'
import { draftMinutes, type MinutesState } from '../session/session.ts'
import type { SessionFacts } from '../session/sessionFacts.ts'
import { paragraph, strong } from './blocks.ts'
import type { Block } from './model.ts'
import { frenchDate, frenchList } from './typography.ts'

type Standing = Pick<SessionFacts, 'date' | 'instance' | 'markup'>

/**
 * [VF5] Where the minutes stand, under their title: « Projet de procès-verbal, soumis le … », « Arrêté le … ». Nothing for
 * the draft of an instance that only gives an opinion, which no text asks to settle at a later session, nor for facts
 * frozen before the minutes said it (they bear no `markup`): these keep their bytes.
 */
export function standingBlocks(facts: Standing, state: MinutesState): readonly Block[] {
  const said = standingSentence(facts, state)
  return said === '' ? [] : [paragraph(strong(said))]
}

function standingSentence({ instance, markup }: Standing, state: MinutesState): string {
  const { submittedOn, settledOn, signedOn, signedBy } = state
  const on = (date: string | null): string => frenchDate(date ?? '')
  switch (stageShown(state)) {
    case 'draft':
      return decides(instance.type) && markup !== undefined
        ? 'Projet de procès-verbal, qui n’a pas encore été arrêté.'
        : ''
    case 'submitted':
      return `Projet de procès-verbal, soumis le ${on(submittedOn)}, qui n’a pas encore été arrêté.`
    case 'settled':
      return `Procès-verbal arrêté le ${on(settledOn)}.`
    case 'signed':
      return `Procès-verbal arrêté le ${on(settledOn)}, signé le ${on(signedOn)} par ${frenchList(signedBy)}.`
  }
}

/** [VF5] « est arrêté le … » in the closing sentence. The minutes of a council are settled at its next session (PV-11). */
export function settlingPhrase({ date, instance }: Standing, state: MinutesState): string {
  if (state.settledOn !== null) return `a été arrêté le ${frenchDate(state.settledOn)}`
  if (state.submittedOn !== null) return 'sera arrêté au commencement d’une séance suivante'
  return decides(instance.type)
    ? 'est arrêté au commencement de la séance suivante'
    : `est arrêté le ${frenchDate(date)}`
}

/**
 * [VF5] The states through which the minutes went, the present one first: an exemplar that left at any of them is
 * still a true one.
 */
export function standingsSince(state: MinutesState): readonly MinutesState[] {
  const { submittedOn, settledOn } = state
  const passed: Readonly<Record<ReturnType<typeof stageShown>, readonly MinutesState[]>> = {
    draft: [],
    submitted: [draftMinutes],
    settled: [{ ...draftMinutes, submittedOn }, draftMinutes],
    signed: [{ ...draftMinutes, submittedOn, settledOn }, { ...draftMinutes, submittedOn }, draftMinutes],
  }
  return [state, ...passed[stageShown(state)]]
}

/** A publication changes nothing of what was signed. */
function stageShown(state: MinutesState): Exclude<MinutesStage, 'published'> {
  const stage = minutesStage(state)
  return stage === 'published' ? 'signed' : stage
}
