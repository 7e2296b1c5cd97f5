import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides } from '../committee/committee.ts'
import type { RectificationFacts } from '../session/rectificationFacts.ts'
import type { Rectification } from '../session/session.ts'
import { column, heading, keyValues, paragraph, row, sentence, table, typedParagraphs } from './blocks.ts'
import type { Block, DocumentModel } from './model.ts'
import { wordsOf } from './opinionWords.ts'
import { person } from './sessionHead.ts'
import { frenchAmount, frenchDate, frenchDateWithWeekday, typographic } from './typography.ts'

/** One act as it was frozen, under its own digest. */
export interface FrozenRectification {
  readonly facts: RectificationFacts
  readonly digest: string
}

/**
 * [RC1] The rectifying acts of a session, oldest first, each on its own pages. They name the minutes they correct and
 * never replace them. The file is that of the last act. Refusal: `document.missing-items`.
 */
export function rectification(acts: readonly FrozenRectification[]): Result<DocumentModel> {
  const last = acts.at(-1)
  const missing =
    last === undefined ? ['un acte rectificatif'] : acts.flatMap(({ facts }) => missingOf(facts))
  if (last === undefined || missing.length > 0) return refuse('document.missing-items', { items: missing })
  const { facts } = last
  return ok({
    kind: 'rectification',
    title: typographic(`Rectificatif ${facts.number}, ${facts.instance.name}`),
    language: 'fr-FR',
    number: typographic(facts.number),
    factsDigest: last.digest,
    frozenAt: `${facts.date}T00:00`,
    author: typographic(facts.instance.name),
    template: 'rectificatif-1',
    runningHead: typographic(
      `${facts.instance.name} · rectificatif · séance du ${frenchDateWithWeekday(facts.sessionDate)}`,
    ),
    orientation: 'portrait',
    blocks: acts.flatMap((act, index) => [
      ...(index === 0 ? [] : [{ type: 'pageBreak' } as const]),
      ...actBlocks(act),
    ]),
  })
}

const missingOf = (facts: RectificationFacts): readonly string[] =>
  (
    [
      [facts.number, 'le numéro du rectificatif'],
      [facts.sessionNumber, 'le numéro du procès-verbal rectifié'],
      [facts.sessionDigest, 'l’empreinte du procès-verbal rectifié'],
      [facts.date, 'la date du rectificatif'],
      [facts.reason, 'le motif du rectificatif'],
      [facts.after === null ? facts.text : 'corrected', 'le texte à lire'],
      [facts.chair?.name, 'le nom de la personne qui préside'],
      [facts.secretary?.name, 'le nom de la personne secrétaire de séance'],
    ] as const
  ).flatMap(([value, name]) => (typeof value === 'string' && value.trim() !== '' ? [] : [name]))

function actBlocks({ facts, digest }: FrozenRectification): readonly Block[] {
  const { item, before, after } = facts
  return [
    {
      type: 'title',
      overline: typographic(facts.instance.name),
      text: 'Acte rectificatif',
      subtitle: typographic(
        `du procès-verbal ${facts.sessionNumber}, séance du ${frenchDateWithWeekday(facts.sessionDate)}`,
      ),
    },
    keyValues([
      ['Numéro', facts.number],
      ['Date', frenchDate(facts.date)],
      ['Procès-verbal rectifié', facts.sessionNumber],
      ['Empreinte du procès-verbal', facts.sessionDigest],
      ['Empreinte de cet acte', digest],
      ['Autorité compétente', decides(facts.instance.type) ? '' : facts.instance.decidingAuthority],
      ['Point rectifié', item === null ? 'aucun en particulier' : pointOf(item)],
    ]),
    paragraph(
      `Le procès-verbal ${facts.sessionNumber} reste tel qu’il a été arrêté. Le présent acte le complète et se lit avec lui.`,
    ),
    heading(1, 'Motif'),
    ...typedParagraphs(sentence(capitalised(facts.reason.trim()))),
    ...(before === null || after === null
      ? []
      : [heading(1, 'Ce qui change'), changesTable(facts, before, after)]),
    ...(facts.text.trim() === '' ? [] : [heading(1, 'À lire'), ...typedParagraphs(sentence(facts.text))]),
    {
      type: 'signatures',
      places: [
        {
          capacity: 'Présidence de séance',
          name: typographic(person(facts.chair)),
          mention: 'Date et signature',
        },
        {
          capacity: 'Secrétariat de séance',
          name: typographic(person(facts.secretary)),
          mention: 'Date et signature',
        },
      ],
    },
  ]
}

const pointOf = ({ title, number, applicant }: NonNullable<RectificationFacts['item']>): string =>
  number === null ? title : `Dossier n° ${number}, ${applicant}`

type Corrected = NonNullable<Rectification['corrected']>

/** Only what differs: a reader must see the change, not look for it. */
function changesTable({ instance }: RectificationFacts, before: Corrected, after: Corrected): Block {
  const words = wordsOf(instance.type)
  const amount = ({ amountCents }: Corrected): string =>
    amountCents === null ? '–' : frenchAmount(amountCents)
  const lines: readonly (readonly [string, string, string])[] = [
    [words.column, words.short[before.opinion], words.short[after.opinion]],
    [words.amount, amount(before), amount(after)],
    ['Réserves', before.conditions, after.conditions],
    ['Fondement', before.rationale.legal, after.rationale.legal],
    ['Motifs', before.rationale.factual, after.rationale.factual],
  ]
  return table(
    'Avant et après',
    [{ ...column('Rubrique', 2.4), namesRow: true }, column('Au lieu de', 5), column('Lire', 5)],
    lines
      .filter(([, old, fresh]) => old !== fresh)
      .map(([name, old, fresh]) => row([name, old.trim() || '–', fresh.trim() || '–'])),
  )
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
