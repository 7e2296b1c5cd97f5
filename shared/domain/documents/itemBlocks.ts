import type { ItemFacts, SessionFacts } from '../session/sessionFacts.ts'
import { heading, paragraph, sentence, strong } from './blocks.ts'
import { dossierSentence } from './dossierSentence.ts'
import { marksSentence } from './marksSentence.ts'
import { spokenBlocks } from './markup/spokenBlocks.ts'
import type { Block } from './model.ts'
import { outcomeBlocks } from './outcomeBlocks.ts'
import { frenchHour, frenchList } from './typography.ts'

/** One point of the agenda: who withdrew, what was said, how one voted, and the sense of the deliberation. */
export function itemBlocks(facts: SessionFacts, item: ItemFacts, index: number): readonly Block[] {
  return [
    heading(2, `${index + 1}. ${titleOf(item)}`),
    ...presentationBlocks(item),
    ...recusalBlocks(item),
    ...debateBlocks(facts, item),
    ...outcomeBlocks(facts, item),
  ]
}

function titleOf({ kind, title, candidature, hearing }: ItemFacts): string {
  if (kind === 'hearing') return `Audition : ${hearing?.guest.trim() || title}`
  if (candidature === null) return title
  const dossier = `Dossier n° ${candidature.number}, ${candidature.applicant}`
  return kind === 'milestone' ? `Point d’étape. ${dossier}` : dossier
}

/** [MN10] A hearing is told by its guest, a dossier by what it asks; with its hours when they are known. */
function presentationBlocks(item: ItemFacts): readonly Block[] {
  const { candidature, kind } = item
  const hours = hoursSentence(item)
  if (kind === 'hearing') {
    const about =
      candidature === null ? [] : [paragraph(dossierSentence(candidature, item.rapporteur, 'short'))]
    return [paragraph([hearingSentence(item), hours].filter((part) => part !== '').join(' ')), ...about]
  }
  if (candidature === null) return hours === '' ? [] : [paragraph(hours)]
  const scored = kind === 'milestone' ? 'short' : 'whole'
  const marks = item.marks === null ? '' : marksSentence(item.marks)
  return [
    paragraph(
      [dossierSentence(candidature, item.rapporteur, scored), hours].filter((part) => part !== '').join(' '),
    ),
    ...(marks === '' ? [] : [paragraph(marks)]),
  ]
}

/** « Audition de Mme X (30 minutes). » */
function hearingSentence({ hearing, title }: ItemFacts): string {
  if (hearing === null) return sentence(title)
  const minutes = hearing.plannedMinutes
  const length = minutes === null ? '' : ` (${minutes} ${minutes < 2 ? 'minute' : 'minutes'})`
  const questions = hearing.questioner?.trim() ? ` Les questions sont posées par ${hearing.questioner}.` : ''
  return `Audition de ${hearing.guest}${length}.${questions}`
}

function hoursSentence({ runs }: ItemFacts): string {
  const times = runs.map(({ from, to }) =>
    to === null ? `à partir de ${frenchHour(from)}` : `de ${frenchHour(from)} à ${frenchHour(to)}`,
  )
  return times.length === 0 ? '' : `Point examiné ${frenchList(times)}.`
}

/** Brick pv.deport. The private reason is not in the facts and is never printed [MN7]. */
function recusalBlocks(item: ItemFacts): readonly Block[] {
  if (item.recusals.length === 0) return []
  const place =
    item.kind !== 'candidature' || item.candidature === null
      ? 'l’examen de ce point'
      : `l’examen du dossier ${item.candidature.number}`
  const withdrawals = item.recusals.map(({ member, leftAt, returnedAt, status }) =>
    paragraph(
      strong('Déport. '),
      `${member}, intéressé(e) à l’affaire, se retire à ${frenchHour(leftAt)} avant ${place}, ne prend part ni au débat ni au vote et revient à ${frenchHour(returnedAt)}.${status === null ? '' : assessments[status]}`,
    ),
  )
  const quorum = item.outcome?.quorum
  if (quorum === undefined) return withdrawals
  const counts = quorum.applies
    ? `Pour ce point : ${quorum.counted} présents comptés, quorum ${quorum.required}.`
    : `Pour ce point : ${quorum.counted} présents comptés, sans condition de quorum.`
  return [...withdrawals, paragraph(counts)]
}

const assessments: Record<NonNullable<ItemFacts['recusals'][number]['status']>, string> = {
  confirmed: ' La présidence a confirmé ce déport.',
  'to-assess': ' Ce déport, déclaré, reste à apprécier par la présidence.',
}

function debateBlocks(facts: SessionFacts, { debate }: ItemFacts): readonly Block[] {
  const [first, ...others] = spokenBlocks(facts, debate, 2)
  if (first === undefined) return []
  // Headings of its own name a debate well enough.
  if (first.type === 'heading' || (first.type === 'paragraph' && first.keepWithNext === true))
    return [first, ...others]
  return first.type === 'paragraph'
    ? [{ ...first, runs: [strong('Observations : '), ...first.runs] }, ...others]
    : [{ ...paragraph(strong('Observations :')), keepWithNext: true }, first, ...others]
}
