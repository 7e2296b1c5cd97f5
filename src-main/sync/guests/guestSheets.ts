import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Criterion } from '#shared/domain/grid/grid.ts'
import { scaleMaximum } from '#shared/domain/grid/scaleMaximum.ts'
import { scaleStep } from '#shared/domain/grid/scaleStep.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { getSheet } from '#shared/usecases/marks/sheets.ts'
import { viewProgress } from '#shared/usecases/marks/viewProgress.ts'
import { memberName } from '#shared/usecases/memberName.ts'
import { committeeId } from '#shared/usecases/people/committee.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import type { GuestCriterion, GuestHome, GuestSheet } from './guestAnswers.ts'

/** Whose pile, and of which session: dossiers that its agenda does not name are none of the guest's business. */
export interface GuestPlace {
  readonly memberId: string
  readonly sessionId: string
}

/** @param context of the file as this member may see it (`memberFile`): what he is recused from is not there. */
export function guestHome({ file }: UseCaseContext, place: GuestPlace): Result<GuestHome> {
  const session = file.load('session', place.sessionId)?.state
  if (session === undefined) return refuse('entity.missing')
  const onAgenda = agendaOf(place, file)
  const pile = viewProgress(file, { callId: session.callId, evaluatorId: place.memberId })
  return ok({
    memberId: place.memberId,
    name: memberName(file, place.memberId),
    committee: file.load('committee', committeeId)?.state.name ?? '',
    candidatures: pile.candidatures.filter(({ candidatureId }) => onAgenda.has(candidatureId)),
  })
}

/** Refuses `entity.missing` for what is not on the agenda as this member sees it, and as `getSheet` does. */
export function guestSheet(
  context: UseCaseContext,
  place: GuestPlace,
  candidatureId: string,
): Result<GuestSheet> {
  const mine = isOnAgenda(context, place, candidatureId)
  if (!mine.ok) return mine
  const view = getSheet(context, { candidatureId, evaluatorId: place.memberId })
  return view.ok ? shownSheet(context, candidatureId, view.value) : view
}

/** The same once something was written on it. */
export function shownSheet(
  { file }: UseCaseContext,
  candidatureId: string,
  view: SheetView,
): Result<GuestSheet> {
  const candidature = file.load('candidature', candidatureId)?.state
  const dossier = candidature && file.load('dossier', candidature.dossierId)?.state
  if (candidature === undefined || dossier === undefined) return refuse('entity.missing')
  return ok({
    candidatureId,
    number: candidature.number,
    applicant: dossier.applicant.name,
    title: dossier.title,
    description: dossier.description,
    objectives: dossier.objectives,
    state: view.sheet.status,
    total: view.total,
    sections: view.grid.sections.map(({ label, criteria }) => ({
      label,
      criteria: criteria.map((criterion) => shownCriterion(criterion, view)),
    })),
    missing: criteriaOf(view.grid)
      .filter(({ code }) => view.missingCriteria.includes(code))
      .map(({ label }) => label),
    missingComments: view.missingComments,
  })
}

/** Refuses `entity.missing`, the same for a dossier of another session and for one that does not exist. */
export function isOnAgenda({ file }: UseCaseContext, place: GuestPlace, candidatureId: string): Result<null> {
  return agendaOf(place, file).has(candidatureId) ? ok(null) : refuse('entity.missing')
}

function agendaOf(place: GuestPlace, file: UseCaseContext['file']): ReadonlySet<string> {
  const agenda = file.load('session', place.sessionId)?.state.agenda ?? []
  const named = agenda.flatMap((item) => (item.candidatureId === null ? [] : [item.candidatureId]))
  return new Set(named.filter((id) => file.load('candidature', id) !== null))
}

function shownCriterion(criterion: Criterion, { sheet }: SheetView): GuestCriterion {
  const { code, label, guidance, notApplicableAllowed, scale } = criterion
  const count = scaleMaximum(scale.kind) / scaleStep(scale.kind)
  const choices = Array.from({ length: count + 1 }, (_, step) => {
    const hundredths = step * scaleStep(scale.kind)
    const words = scale.anchors[String(hundredths)] ?? ''
    const digit = displayMark(scale, { kind: 'value', hundredths })
    return { hundredths, label: words === '' ? digit : `${digit} : ${words}` }
  })
  return { code, label, guidance, choices, notApplicableAllowed, mark: sheet.marks[code] ?? null }
}
