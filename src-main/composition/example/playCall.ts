import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Dispatcher } from '../dispatcher.ts'
import type { Example, ExampleCall } from './exampleSchema.ts'
import { marksTable } from './marksTable.ts'

export interface CallSurroundings {
  readonly members: Example['members']
  readonly memberIds: ReadonlyMap<string, string>
  say(sentence: string): void
}

/** Opens a call of the example with its grid, its candidatures, its recusals and its marks. */
export async function playCall(
  dispatcher: Dispatcher,
  example: ExampleCall,
  around: CallSurroundings,
): Promise<Result<{ callId: string }>> {
  const {
    key: _key,
    grid,
    criteria: _criteria,
    candidatures,
    recusals,
    marks: _marks,
    comments: _comments,
    ...call
  } = example
  around.say(`Appel « ${call.name} » : grille et règlement`)
  const gridId = await draftGrid(dispatcher, grid)
  if (!gridId.ok) return gridId
  const opened = await dispatcher.call('call.open', { ...call, gridId: gridId.value })
  if (!opened.ok) return opened
  const { callId } = opened.value
  around.say(`Dépôt de ${candidatures.length} candidatures`)
  const ids = new Map<number, string>()
  for (const candidature of candidatures) {
    const submitted = await submit(dispatcher, callId, candidature)
    if (!submitted.ok) return submitted
    ids.set(candidature.number, submitted.value)
  }
  if (recusals.length > 0) around.say(`Déclaration de ${recusals.length} déports, que la présidente retient`)
  for (const { candidature, member, reason, legalBasis, assessment } of recusals) {
    const candidatureId = ids.get(candidature) ?? ''
    const memberId = around.memberIds.get(member) ?? ''
    const key = { candidatureId, memberId }
    const declared = await dispatcher.call('recusal.declare', { ...key, reason, legalBasis })
    if (!declared.ok) return declared
    const assessed = await dispatcher.call('recusal.assess', {
      ...key,
      status: 'confirmed',
      reason: assessment,
      legalBasis,
      counting: 'numerator',
    })
    if (!assessed.ok) return assessed
  }
  around.say('Import des notes des membres')
  const marked = await importMarks(dispatcher, callId, marksTable(example, around.members))
  return marked.ok ? ok({ callId }) : marked
}

/** A shipped grid with the knock-outs that the example adds. */
async function draftGrid(dispatcher: Dispatcher, wish: ExampleCall['grid']): Promise<Result<string>> {
  const drafted = await dispatcher.call('grid.draft', { from: 'shipped', key: wish.shipped })
  if (!drafted.ok) return drafted
  const { gridId } = drafted.value
  if (Object.keys(wish.knockouts).length === 0) return ok(gridId)
  const grids = await dispatcher.call('grid.list', {})
  if (!grids.ok) return grids
  const grid = grids.value.find(({ id }) => id === gridId)
  if (grid === undefined) return refuse('entity.missing')
  const sections = grid.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((criterion) => ({
      ...criterion,
      scale: { ...criterion.scale, anchors: { ...criterion.scale.anchors } },
      knockoutBelow: wish.knockouts[criterion.code] ?? criterion.knockoutBelow,
    })),
  }))
  const changed = await dispatcher.call('grid.change', { gridId, content: { label: grid.label, sections } })
  return changed.ok ? ok(gridId) : changed
}

async function submit(
  dispatcher: Dispatcher,
  callId: string,
  candidature: ExampleCall['candidatures'][number],
): Promise<Result<string>> {
  const { applicant, title, description, objectives, annexes } = candidature
  const added = await dispatcher.call('candidature.add', { callId, applicantName: applicant.name, title })
  if (!added.ok) return added
  const { candidatureId } = added.value
  const { requestedCents, eligibleBaseCents, taxBasis } = candidature
  const changed = await dispatcher.call('candidature.change', {
    candidatureId,
    set: { requestedCents, eligibleBaseCents, taxBasis, toCheck: [] },
  })
  if (!changed.ok) return changed
  const read = await dispatcher.call('candidature.get', { candidatureId })
  if (!read.ok) return read
  const described = await dispatcher.call('dossier.change', {
    dossierId: read.value.dossier.id,
    set: { applicant, description, objectives, annexes },
  })
  return described.ok ? ok(candidatureId) : described
}

/** Through a table in a private temporary folder: the door that a secretary uses, all in one act. */
async function importMarks(dispatcher: Dispatcher, callId: string, table: string): Promise<Result<null>> {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-exemple-'))
  try {
    const path = join(folder, 'notes.csv')
    writeFileSync(path, table, { mode: 0o600 })
    const imported = await dispatcher.call('marks.import', { callId, path, fileSheets: true })
    return imported.ok ? ok(null) : imported
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
