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
 * a draft of facts frozen before the minutes said it (they bear no `markup`): these keep their words.
 */
export function standingBlocks(facts: Standing, state: MinutesState): readonly Block[] {
  const said = standingSentence(facts, state)
  return said === '' ? [] : [paragraph(strong(said))]
}

function standingSentence({ markup }: Standing, state: MinutesState): string {
  const { submittedOn, settledOn, signedOn, signedBy } = state
  const on = (date: string | null): string => frenchDate(date ?? '')
  switch (stageShown(state)) {
    case 'draft':
      return markup === undefined ? '' : 'Projet de procès-verbal, qui n’a pas encore été arrêté.'
    case 'submitted':
      return `Projet de procès-verbal, soumis le ${on(submittedOn)}, qui n’a pas encore été arrêté.`
    case 'settled':
      return `Procès-verbal arrêté le ${on(settledOn)}.`
    case 'signed':
      return `Procès-verbal arrêté le ${on(settledOn)}, signé le ${on(signedOn)} par ${frenchList(signedBy)}.`
  }
}

/** [VF5] The end of the closing sentence. The minutes of a council are settled at its next session (PV-11). */
export function settlingPhrase({ date, instance, markup }: Standing, state: MinutesState): string {
  if (state.settledOn !== null) return `a été arrêté le ${frenchDate(state.settledOn)}`
  const isFormer = state.submittedOn === null && markup === undefined
  if (decides(instance.type))
    return isFormer
      ? 'est arrêté au commencement de la séance suivante'
      : 'sera arrêté au commencement d’une séance suivante'
  return isFormer ? `est arrêté le ${frenchDate(date)}` : 'reste à arrêter'
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
