import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides } from '../committee/committee.ts'
import { draftMinutes, type MinutesState } from '../session/session.ts'
import type { SessionFacts } from '../session/sessionFacts.ts'
import { bulletedList, heading, note, paragraph, sentence } from './blocks.ts'
import { itemBlocks } from './itemBlocks.ts'
import { legalReferenceAt } from './legalReferences.ts'
import { spokenBlocks } from './markup/spokenBlocks.ts'
import { settlingPhrase, standingBlocks } from './minutesStanding.ts'
import { missingItems } from './missingItems.ts'
import type { Block, DocumentModel, ParagraphBlock } from './model.ts'
import { moneyBlocks, scenarioBlocks } from './moneyBlocks.ts'
import { openingBlocks } from './openingBlocks.ts'
import { rankingBlocks, waitingListBlocks } from './rankingBlocks.ts'
import { sessionHead, sessionModel, sessionTitle } from './sessionHead.ts'
import { signatures } from './signatures.ts'
import { counted, frenchHour } from './typography.ts'

/**
 * The minutes (procès-verbal) of a closed session, from its frozen facts and from where they stand [MN1] [DC1] [VF5].
 * `factsDigest`: SHA-256 of the facts, hexadecimal. Refusal: `document.missing-items` with `items`, French names in the
 * order of the document.
 */
export function minutes(
  facts: SessionFacts,
  factsDigest: string,
  standing: MinutesState = draftMinutes,
): Result<DocumentModel> {
  const missing = missingItems(facts)
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  return ok(
    sessionModel(facts, factsDigest, {
      kind: 'minutes',
      name: 'Procès-verbal',
      template: 'pv',
      orientation: 'portrait',
      blocks: [
        sessionTitle(facts, 'Procès-verbal'),
        ...standingBlocks(facts, standing),
        sessionHead(facts),
        ...openingBlocks(facts),
        heading(1, 'Examen des points inscrits'),
        ...facts.items.flatMap((item, index) => itemBlocks(facts, item, index)),
        ...discussionBlocks(facts),
        ...outcomeBlocks(facts),
        ...waitingListBlocks(facts),
        ...openCheckBlocks(facts),
        ...closingBlocks(facts, standing),
        ...annexBlocks(facts),
      ],
    }),
  )
}

function discussionBlocks(facts: SessionFacts): readonly Block[] {
  const said = spokenBlocks(facts, facts.discussion, 1)
  return said.length === 0 ? [] : [heading(1, 'Teneur des discussions générales'), ...said]
}

function outcomeBlocks(facts: SessionFacts): readonly Block[] {
  const { byOpinion, candidatures } = facts.totals
  if (candidatures === 0) return []
  const deciding = decides(facts.instance.type)
  const senses = [
    counted(
      byOpinion.favourable,
      deciding ? 'attribution' : 'avis favorable',
      deciding ? 'attributions' : 'avis favorables',
    ),
    counted(
      byOpinion.reserved,
      deciding ? 'attribution sous réserves' : 'avis favorable avec réserves',
      deciding ? 'attributions sous réserves' : 'avis favorables avec réserves',
    ),
    counted(
      byOpinion.unfavourable,
      deciding ? 'rejet' : 'avis défavorable',
      deciding ? 'rejets' : 'avis défavorables',
    ),
    counted(byOpinion.deferred, 'dossier ajourné', 'dossiers ajournés'),
    counted(byOpinion.inadmissible, 'dossier irrecevable', 'dossiers irrecevables'),
  ]
  return [
    heading(1, 'Résultat de la séance'),
    paragraph(
      `${counted(candidatures, 'dossier examiné', 'dossiers examinés')} : ${senses.filter((text) => !/^0\b/u.test(text)).join(', ')}.`,
    ),
    ...moneyBlocks(facts),
    ...scenarioBlocks(facts),
  ]
}

/** [MN13] What the closing left open, with the reason that was written then. */
const openCheckBlocks = ({ openChecks }: SessionFacts): readonly Block[] =>
  openChecks.length === 0
    ? []
    : [
        heading(1, 'Contrôles restés ouverts à la clôture'),
        bulletedList(
          openChecks.map(
            ({ sentence: check, explanation }) => `${sentence(check)} Explication : ${sentence(explanation)}`,
          ),
        ),
      ]

/** Brick pv.cloture. */
function closingBlocks(facts: SessionFacts, standing: MinutesState): readonly Block[] {
  const authority = facts.instance.decidingAuthority.trim()
  return [
    heading(1, 'Clôture'),
    withNext(
      paragraph(
        `L’ordre du jour étant épuisé, la séance est levée à ${frenchHour(facts.closedAt)}. Le présent procès-verbal, rédigé par ${facts.secretary.name}, ${settlingPhrase(facts, standing)}.`,
      ),
    ),
    ...(decides(facts.instance.type) || authority === ''
      ? []
      : [withNext(paragraph(`Les avis sont transmis à l’autorité compétente : ${authority}.`))]),
    ...referenceNote(facts),
    signatures(facts),
  ]
}

/** A page of signatures alone could be put under any other text. */
const withNext = (block: ParagraphBlock): ParagraphBlock => ({ ...block, keepWithNext: true })

/** Cited only where the kind of instance leaves no doubt on the text that governs it. */
function referenceNote(facts: SessionFacts): readonly Block[] {
  if (facts.instance.type !== 'commission_consultative_etat') return []
  const reference = legalReferenceAt('minutes-of-state-committee', facts.date)
  return reference === null ? [] : [withNext(note(`Procès-verbal établi selon l’${reference.label}.`))]
}

function annexBlocks(facts: SessionFacts): readonly Block[] {
  const listed = facts.annexes.map(({ title, sha256 }) =>
    sha256 === null ? title : `${title} (empreinte SHA-256 : ${sha256})`,
  )
  const ranked = facts.ranking.length > 0
  if (!ranked && listed.length === 0) return []
  const rankingListed = facts.annexes.some(({ title }) => /classement/iu.test(title))
  return [
    { type: 'section', orientation: 'landscape' },
    heading(1, 'Annexes'),
    bulletedList(ranked && !rankingListed ? ['Tableau de classement', ...listed] : listed),
    ...(ranked ? [heading(1, 'Annexe : tableau de classement'), ...rankingBlocks(facts)] : []),
  ]
}
