import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Travel } from '../../session/session.ts'
import { boxes, column, paragraph, row } from '../blocks.ts'
import type { Block, DocumentModel } from '../model.ts'
import { frenchDate } from '../typography.ts'
import {
  type PaperHead,
  type PaperMaking,
  paperModel,
  paperPlace,
  paperTitle,
  workingNote,
} from './paperHead.ts'
import { travelWords } from './travelWords.ts'

export interface AttendanceSheetFacts {
  readonly head: PaperHead
  readonly members: readonly {
    readonly name: string
    readonly capacity: string
    readonly voice: 'deliberative' | 'consultative'
    /** Full member whose place this substitute takes, or may take; null for a full member. */
    readonly substituteOf: string | null
    readonly proxyTo: { readonly name: string; readonly date: string } | null
    readonly travel: Pick<Travel, 'mode' | 'kilometres'> | null
  }[]
  /** Prints the columns of the journeys, to fill by hand where nothing is known. */
  readonly withJourneys: boolean
  readonly inOffice: number
  /** Least number that reaches the quorum; null when none is asked (second convocation). */
  readonly quorum: number | null
  /** Empty when not known yet. */
  readonly chair: string
  readonly secretary: string
}

/** [PA3] The sheet that members sign. Refusal: `document.missing-items` without date or members. */
export function attendanceSheet(facts: AttendanceSheetFacts, making: PaperMaking): Result<DocumentModel> {
  const { head, members } = facts
  const missing = [
    ...(head.date === '' ? ['la date de la séance'] : []),
    ...(members.length === 0 ? ['les membres de l’instance'] : []),
  ]
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  return ok(
    paperModel(head, making, {
      kind: 'attendance-sheet',
      name: 'Feuille d’émargement',
      template: 'emargement-1',
      orientation: 'landscape',
      blocks: [
        paperTitle(head, 'Feuille d’émargement'),
        ...workingNote(head, making),
        paperPlace(head),
        membersTable(facts),
        ...quorumBlocks(facts),
      ],
    }),
  )
}

function membersTable({ members, withJourneys }: AttendanceSheetFacts): Block {
  return boxes(
    'Membres',
    [
      { ...column('Nom', 4), namesRow: true },
      column('Qualité', 4),
      column('Voix', 2),
      column('Pouvoir donné à', 3.6),
      ...(withJourneys ? [column('Transport', 2.6), column('Km aller et retour', 1.6, 'end')] : []),
      column('Signature', 4.2),
    ],
    members.map((member) =>
      row([
        member.name,
        [member.capacity, member.substituteOf === null ? '' : `suppléant(e) de ${member.substituteOf}`]
          .filter((part) => part.trim() !== '')
          .join(' · '),
        member.voice === 'deliberative' ? 'délibérative' : 'consultative',
        member.proxyTo === null ? '' : `${member.proxyTo.name} (${frenchDate(member.proxyTo.date)})`,
        ...(withJourneys ? journey(member.travel) : []),
        '',
      ]),
    ),
    32,
  )
}

const journey = (travel: AttendanceSheetFacts['members'][number]['travel']): readonly string[] =>
  travel === null
    ? ['', '']
    : [travelWords[travel.mode], travel.mode === 'own-vehicle' ? String(travel.kilometres) : '–']

function quorumBlocks({ inOffice, quorum, chair, secretary }: AttendanceSheetFacts): readonly Block[] {
  const asked = quorum === null ? 'aucun n’est exigé (deuxième convocation)' : String(quorum)
  return [
    { ...paragraph(`Membres en exercice : ${inOffice}. Quorum : ${asked}.`), keepWithNext: true },
    boxes(
      '',
      [
        column('Présents', 1),
        column('Représentés', 1),
        column('Heure d’ouverture', 1),
        column('Quorum atteint (oui ou non)', 1.5),
        column(signing('Présidence de séance', chair), 2.8),
        column(signing('Secrétariat de séance', secretary), 2.8),
      ],
      [row(['', '', '', '', '', ''])],
      48,
    ),
  ]
}

const signing = (role: string, name: string): string =>
  name === '' ? `${role}, nom et signature` : `${role}, ${name}, signature`
