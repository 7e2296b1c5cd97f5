import { seatedMembers } from '../../committee/seatedMembers.ts'
import { criteriaOf } from '../../grid/criteriaOf.ts'
import type { ScaleKind } from '../../grid/grid.ts'
import { collegialEvaluator } from '../../scoring/sheet.ts'
import { markerPlace } from '../../session/markerPlace.ts'
import { markersOf } from '../../session/markersOf.ts'
import { memberName } from '../../session/memberName.ts'
import type { AgendaItem } from '../../session/session.ts'
import { sheetCode } from '../../session/sheetCode.ts'
import type { MarkSheetsFacts } from './markSheets.ts'
import { headOf, type PaperInput } from './paperInput.ts'

/**
 * [PA4] Who may mark what, with the code of each line. A recusal in force, assessed or not, leaves nothing of the
 * dossier on the sheet of the member.
 */
export function markSheetsFacts(input: PaperInput): MarkSheetsFacts {
  const { session, call, grid } = input
  const toMark = session.agenda.filter(({ kind }) => kind === 'candidature')
  const room = { members: seatedMembers(input.members, session.substitutions), recusals: input.recusals }
  const nobody: ReadonlySet<string> = new Set()
  const markers = new Map(
    toMark.map((item) => [item, new Set(markersOf(item, room, nobody).map(({ id }) => id))]),
  )
  const rowOf = rowsOf(input)
  const sheets =
    call.rules.aggregation === 'collegial'
      ? [
          {
            evaluator: input.committee.name,
            capacity: 'Notation collégiale',
            rows: toMark.flatMap((item) => rowOf(item, collegialEvaluator)),
          },
        ]
      : room.members.map((member) => ({
          evaluator: memberName(member),
          capacity: member.capacity,
          rows: toMark
            .filter((item) => markers.get(item)?.has(member.id))
            .flatMap((item) => rowOf(item, member.id)),
        }))
  return {
    head: headOf(input),
    grid: grid && {
      label: grid.label,
      version: grid.version,
      criteria: criteriaOf(grid).map((criterion) => ({
        code: criterion.code,
        label: criterion.label,
        weight: criterion.weight,
        scale: scales[criterion.scale.kind],
        informative: criterion.informative,
        notApplicableAllowed: criterion.notApplicableAllowed,
      })),
    },
    sheets: sheets.filter(({ rows }) => rows.length > 0),
  }
}

type Rows = MarkSheetsFacts['sheets'][number]['rows']

/** The row of a point on the sheet of an evaluator; none for a candidature that is not known. */
function rowsOf({ session, candidatures, dossiers, members }: PaperInput) {
  const candidatureById = new Map(candidatures.map((candidature) => [candidature.id, candidature]))
  const dossierById = new Map(dossiers.map((dossier) => [dossier.id, dossier]))
  const memberIds = members.map(({ id }) => id)
  return ({ candidatureId }: AgendaItem, evaluatorId: string): Rows => {
    const candidature = candidatureById.get(candidatureId ?? '')
    if (candidature === undefined) return []
    const dossier = dossierById.get(candidature.dossierId)
    const member = markerPlace(memberIds, evaluatorId)
    return [
      {
        code: sheetCode(session.id, { member, candidature: candidature.number }),
        number: candidature.number,
        applicant: dossier?.applicant.name ?? '',
        project: dossier?.title ?? '',
      },
    ]
  }
}

const scales: Record<ScaleKind, string> = {
  '0-3': '0 à 3',
  '0-5': '0 à 5',
  '0-10': '0 à 10',
  '0-20': '0 à 20',
  'A-D': 'A à D',
  'yes-no': 'oui/non',
}
