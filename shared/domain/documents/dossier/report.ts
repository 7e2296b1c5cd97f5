import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  bulletedList,
  column,
  heading,
  keyValues,
  note,
  paragraph,
  row,
  sentence,
  table,
  typedParagraphs,
} from '../blocks.ts'
import type { DocumentDraft, Making } from '../draft.ts'
import type { DossierNames } from '../markup/dossierWords.ts'
import { markupBlocks } from '../markup/markupBlocks.ts'
import type { Block, ChartBlock } from '../model.ts'
import { wordsOf } from '../opinionWords.ts'
import {
  counted,
  frenchAmount,
  frenchDate,
  frenchDecimal,
  frenchOrdinal,
  frenchPercent,
  typographic,
} from '../typography.ts'
import { dossierDocument } from './dossierDocument.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { dossierFields } from './dossierFields.ts'

/**
 * [RP1] The report of the service on one candidature (rapport d'instruction): the request, the project, what is strong
 * and weak in it, how it was marked, what is proposed and what became of it. Evaluators are never named. Refusal:
 * `document.missing-items` without an applicant, a project, an amount, an analysis, a proposal or its author.
 */
export function report(facts: DossierFacts, making: Making): Result<DocumentDraft> {
  const missing = missingOf(facts)
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  const { candidature, issuer, call } = facts
  const model = dossierDocument(facts, making, {
    kind: 'report',
    name: 'Rapport d’instruction',
    template: 'rapport-1',
    blocks: [
      {
        type: 'title',
        overline: typographic([issuer.name, facts.committee.name].filter((name) => name !== '').join(' · ')),
        text: typographic('Rapport d’instruction'),
        subtitle: typographic(`Dossier n° ${candidature.number}, ${candidature.applicant} · ${call.name}`),
      },
      requestBlock(facts),
      ...projectBlocks(facts),
      ...analysisBlocks(facts),
      ...markBlocks(facts),
      ...kept([...proposalBlocks(facts), ...decisionBlocks(facts)]),
      {
        type: 'signatures',
        places: [
          {
            capacity: typographic('Pour le service instructeur'),
            name: typographic([issuer.agent.name, issuer.agent.capacity].filter(isSaid).join(', ')),
            mention: 'Date et signature',
          },
        ],
      },
    ],
  })
  return ok({ model, fields: dossierFields(facts) })
}

function missingOf({ candidature, instruction, issuer }: DossierFacts): readonly string[] {
  const { strengths, weaknesses, analysis, proposal } = instruction
  return [
    ...(isSaid(candidature.applicant) ? [] : ['le nom du demandeur']),
    ...(isSaid(candidature.project) ? [] : ['l’intitulé du projet']),
    ...(candidature.requestedCents === null ? ['le montant demandé'] : []),
    ...([strengths, weaknesses, analysis].some(isSaid) ? [] : ['l’analyse du service']),
    ...(proposal === null ? ['la proposition du service'] : []),
    ...(isSaid(issuer.agent.name) ? [] : ['le nom de l’agent chargé du dossier']),
  ]
}

const isSaid = (text: string): boolean => text.trim() !== ''

function requestBlock({ candidature, call, instruction }: DossierFacts): Block {
  const { requestedCents, eligibleBaseCents, taxBasis, department, population } = candidature
  const rate =
    requestedCents === null || eligibleBaseCents === null || eligibleBaseCents === 0
      ? ''
      : ` (${frenchPercent(Math.round((requestedCents * 10_000) / eligibleBaseCents))})`
  const dated = (isoDate: string | null): string => (isoDate === null ? '' : frenchDate(isoDate))
  return keyValues([
    ['Appel', `${call.name} (exercice ${call.fiscalYear})`],
    ['Dispositif', call.scheme],
    ['Demandeur', candidature.applicant],
    ['Identifiant', candidature.identifier],
    ['Département', department === null ? '' : `${department.name} (${department.code})`],
    ['Population', population === null ? '' : counted(population, 'habitant', 'habitants')],
    ['Projet', candidature.project],
    ['Reçu le', dated(instruction.receivedOn)],
    ['Complet le', dated(candidature.completeOn)],
    [
      'Coût éligible',
      eligibleBaseCents === null ? '' : `${frenchAmount(eligibleBaseCents)} ${taxBasis ?? ''}`,
    ],
    ['Aide demandée', requestedCents === null ? '' : `${frenchAmount(requestedCents)}${rate}`],
  ])
}

function projectBlocks({ candidature }: DossierFacts): readonly Block[] {
  const { description, objectives, annexes } = candidature
  const said = [
    ...typedParagraphs(description),
    ...(isSaid(objectives) ? [heading(2, 'Objectifs'), ...typedParagraphs(objectives)] : []),
    ...(annexes.length === 0 ? [] : [heading(2, 'Pièces du dossier'), bulletedList(annexes)]),
  ]
  return said.length === 0 ? [] : [heading(1, 'Le projet'), ...said]
}

function analysisBlocks({ instruction }: DossierFacts): readonly Block[] {
  const parts = [
    ['Points forts', instruction.strengths],
    ['Points de vigilance', instruction.weaknesses],
    ['Analyse', instruction.analysis],
  ] as const
  return [
    heading(1, 'Avis du service'),
    ...parts.flatMap(([name, text]) =>
      isSaid(text) ? [heading(2, name), ...markupBlocks(text, noOther)] : [],
    ),
  ]
}

/** The report of one candidature knows the names of no other. */
const noOther: DossierNames = new Map()

/** [RP2] Bars and table say the same; comments come without their author. */
function markBlocks({ marks }: DossierFacts): readonly Block[] {
  if (marks === null) return []
  // What several evaluators wrote in the same words is said once.
  const comments = marks.criteria.flatMap(({ label, comments: said }) =>
    [...new Set(said.filter(isSaid).map((text) => sentence(text)))].map((text) => `${label} : ${text}`),
  )
  const total =
    marks.total === null
      ? 'La candidature n’a pas encore de note.'
      : `Note : ${frenchDecimal(marks.total)} sur 100${marks.rank === null ? '' : `, ${frenchOrdinal(marks.rank)} du classement`}, d’après ${counted(marks.sheets, 'fiche déposée', 'fiches déposées')}.`
  return [
    heading(1, 'Notation'),
    paragraph(total),
    marksChart(marks.criteria),
    table(
      'Moyenne par critère',
      [
        { ...column('Critère', 6), namesRow: true },
        column('Poids', 1.4, 'end'),
        column('Moyenne sur 100', 2.2, 'end'),
      ],
      marks.criteria.map(({ label, weight, mean }) =>
        row([label, String(weight), mean === null ? '–' : frenchDecimal(mean)]),
      ),
    ),
    ...(comments.length === 0 ? [] : [heading(2, 'Commentaires des évaluateurs'), bulletedList(comments)]),
  ]
}

function marksChart(criteria: NonNullable<DossierFacts['marks']>['criteria']): ChartBlock {
  const bars = criteria.map(({ label, mean }) => ({
    label: typographic(label),
    value: Number(mean ?? 0),
    text: mean === null ? 'non noté' : frenchDecimal(mean),
  }))
  return {
    type: 'chart',
    caption: typographic('Notes par critère, sur 100'),
    maximum: 100,
    bars,
    alternative: typographic(`Barres : ${bars.map(({ label, text }) => `${label}, ${text}`).join(' ; ')}.`),
  }
}

function proposalBlocks({ instruction: { proposal } }: DossierFacts): readonly Block[] {
  if (proposal === null) return []
  const amount = proposal.amountCents === null ? '' : `, pour ${frenchAmount(proposal.amountCents)}`
  return [
    heading(1, 'Proposition'),
    paragraph(`Le service propose un ${proposalWords[proposal.opinion]}${amount}.`),
  ]
}

const proposalWords = {
  favourable: 'avis favorable',
  reserved: 'avis favorable avec réserves',
  unfavourable: 'avis défavorable',
} as const

/** A page of signatures alone could be put under any other text. */
const kept = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => (block.type === 'paragraph' ? { ...block, keepWithNext: true } : block))

/** What the session held of it, in the words of its kind of instance [MN2]. */
function decisionBlocks({ decision, committee }: DossierFacts): readonly Block[] {
  if (decision === null) return []
  const words = wordsOf(committee.type)
  const amount =
    decision.amountCents === null
      ? ''
      : `, ${words.amount.toLowerCase()} : ${frenchAmount(decision.amountCents)}`
  const waiting = decision.waitingList ? ' Inscrit sur la liste complémentaire.' : ''
  return [
    heading(1, `Séance du ${frenchDate(decision.sessionDate)}`),
    paragraph(`${words.sense[decision.opinion]}${amount}.${waiting}`),
    ...(isSaid(decision.conditions) ? [paragraph(`Réserves : ${sentence(decision.conditions)}`)] : []),
    ...[
      ['En droit', decision.rationale.legal],
      ['En fait', decision.rationale.factual],
    ].flatMap(([sense = '', text = '']) => (isSaid(text) ? [paragraph(`${sense} : ${sentence(text)}`)] : [])),
    note(`Procès-verbal ${decision.minutesNumber}.`),
  ]
}
