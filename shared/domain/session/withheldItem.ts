import type { AgendaItem } from './session.ts'

/** What is read of a point examined without its reader. */
export const examinedWithoutYou = 'Point examiné hors de votre présence'

/** Whether a copy was given this point so. */
export const isWithheld = ({ kind, candidatureId, title }: AgendaItem): boolean =>
  kind === 'free' && candidatureId === null && title === examinedWithoutYou

/** [UC18] Such a point keeps its place and its hours, which he sees from outside the room, and says nothing else. */
export const withheldItem = ({ id, plannedMinutes, runs }: AgendaItem): AgendaItem => ({
  id,
  kind: 'free',
  candidatureId: null,
  title: examinedWithoutYou,
  rapporteurId: null,
  plannedMinutes,
  theme: '',
  slot: null,
  questionerId: null,
  debate: '',
  draft: '',
  runs,
  marksRevealedAt: null,
  outcome: null,
})
