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
  const marks = (item: AgendaItem, memberId: string): boolean =>
    markersOf(item, room, nobody).some(({ id }) => id === memberId)
  const sheets =
    call.rules.aggregation === 'collegial'
      ? [
          {
            evaluator: input.committee.name,
            capacity: 'Notation collégiale',
            rows: toMark.flatMap((item) => rowOf(item, collegialEvaluator, input)),
          },
        ]
      : room.members.map((member) => ({
          evaluator: memberName(member),
          capacity: member.capacity,
          rows: toMark
            .filter((item) => marks(item, member.id))
            .flatMap((item) => rowOf(item, member.id, input)),
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

function rowOf(
  { candidatureId }: AgendaItem,
  evaluatorId: string,
  { session, candidatures, dossiers, members }: PaperInput,
): MarkSheetsFacts['sheets'][number]['rows'] {
  const candidature = candidatures.find(({ id }) => id === candidatureId)
  const dossier = dossiers.find(({ id }) => id === candidature?.dossierId)
  if (candidature === undefined) return []
  const member = markerPlace(
    members.map(({ id }) => id),
    evaluatorId,
  )
  return [
    {
      code: sheetCode(session.id, { member, candidature: candidature.number }),
      number: candidature.number,
      applicant: dossier?.applicant.name ?? '',
      project: dossier?.title ?? '',
    },
  ]
}

const scales: Record<ScaleKind, string> = {
  '0-3': '0 à 3',
  '0-5': '0 à 5',
  '0-10': '0 à 10',
  '0-20': '0 à 20',
  'A-D': 'A à D',
  'yes-no': 'oui/non',
}
