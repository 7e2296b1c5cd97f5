import { decides } from '../committee/committee.ts'
import type { SessionFacts } from '../session/sessionFacts.ts'
import { keyValues } from './blocks.ts'
import type { Block, DocumentModel, TitleBlock } from './model.ts'
import { frenchAmount, frenchDateWithWeekday, frenchHour, typographic } from './typography.ts'

/** What all documents of a session share: title, identity, head. */
export function sessionModel(
  facts: SessionFacts,
  factsDigest: string,
  own: Pick<DocumentModel, 'kind' | 'template' | 'orientation' | 'blocks'> & { readonly name: string },
): DocumentModel {
  const { name, template, ...rest } = own
  const day = frenchDateWithWeekday(facts.date)
  return {
    ...rest,
    // A template changes with what it may say; facts of an earlier format keep theirs, and so their bytes (P5).
    template: `${template}-${facts.format}`,
    title: typographic(`${name} ${facts.number}, ${facts.instance.name}, séance du ${day}`),
    language: 'fr-FR',
    number: typographic(facts.number),
    factsDigest,
    frozenAt: `${facts.date}T${facts.closedAt}`,
    author: typographic(facts.instance.name),
    runningHead: typographic(`${facts.instance.name} · ${name.toLowerCase()} · séance du ${day}`),
  }
}

export const sessionTitle = (facts: SessionFacts, text: string): TitleBlock => ({
  type: 'title',
  overline: typographic(facts.instance.name),
  text: typographic(text),
  subtitle: typographic(`Séance du ${frenchDateWithWeekday(facts.date)} · ${facts.call.name}`),
})

export const sessionHead = (facts: SessionFacts): Block =>
  keyValues([
    ['Numéro', facts.number],
    ['Instance', `${facts.instance.name}, ${natures[facts.instance.type]}`],
    ['Autorité compétente', decides(facts.instance.type) ? '' : facts.instance.decidingAuthority],
    ['Dispositif', facts.call.scheme],
    ['Appel', `${facts.call.name} (exercice ${facts.call.fiscalYear})`],
    [
      'Date et heures',
      `${frenchDateWithWeekday(facts.date)}, de ${frenchHour(facts.openedAt)} à ${frenchHour(facts.closedAt)}${facts.startsAt === null ? '' : ` (convoquée à ${frenchHour(facts.startsAt)})`}`,
    ],
    ['Lieu', facts.place],
    ['Présidence', person(facts.chair)],
    ['Secrétariat', person(facts.secretary)],
  ])

/** « Prénom Nom, qualité ». */
export const person = ({ name, capacity }: { readonly name: string; readonly capacity: string }): string =>
  capacity.trim() === '' ? name : `${name}, ${capacity}`

/** Money of the session; lines that are unknown are left out. */
export function envelopeBlock(facts: SessionFacts): Block {
  const proposed = facts.ranking.reduce((sum, { proposedCents }) => sum + proposedCents, 0)
  const { envelopeCents } = facts.call
  const { requestedCents, awardedCents, remainingCents } = facts.totals
  return keyValues([
    ['Enveloppe votée', envelopeCents === null ? '' : frenchAmount(envelopeCents)],
    ['Total demandé', frenchAmount(requestedCents)],
    ['Proposé au classement', facts.ranking.length === 0 ? '' : frenchAmount(proposed)],
    [
      decides(facts.instance.type) ? 'Total attribué en séance' : 'Total proposé en séance',
      frenchAmount(awardedCents),
    ],
    ['Solde de l’enveloppe', remainingCents === null ? '' : frenchAmount(remainingCents)],
  ])
}

const natures: Record<SessionFacts['instance']['type'], string> = {
  organe_deliberant: 'organe délibérant',
  commission_interne: 'commission interne, qui rend des avis',
  commission_consultative_etat: 'commission consultative placée auprès de l’État, qui rend des avis',
  commission_detr: 'commission consultée sur la dotation d’équipement des territoires ruraux',
  jury_ad_hoc: 'jury d’appel à projets, qui rend des avis',
}
