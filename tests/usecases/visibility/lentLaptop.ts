import { join } from 'node:path'
import { expect } from 'vitest'
import { examinedWithoutYou } from '#shared/domain/session/withheldItem.ts'
import { fileUniformSheet, type SmallCommittee, smallCommittee, unanimous } from '../smallCommittee.ts'

/** What the file holds of the dossier that Blaise must not know of. Each occurs nowhere else. */
export const secrets = {
  applicant: 'Zquimper',
  title: 'Projet zqtitre',
  description: 'Description zqdescription',
  objectives: 'Objectifs zqobjectifs',
  annex: 'zqannexe.pdf',
  theme: 'zqtheme',
  comment: 'Commentaire zqcommentaire',
  reason: 'Motif zqmotif',
  debate: 'Débat zqdebat',
  conditions: 'Conditions zqconditions',
  factual: 'Considérant zqfait',
  draft: 'Brouillon zqbrouillon',
  requestedCents: 61_728_394,
  eligibleBaseCents: 71_839_405,
  awardedCents: 1_230_001,
} as const

/** What others wrote that he must not read yet, on dossiers that he may read. */
export const sealedComment = 'Commentaire zqscelle'
export const otherReason = 'Motif zqautremotif'

export interface Room extends SmallCommittee {
  readonly sessionId: string
  /** The candidature, its dossier and its duplicate hidden from Blaise; identifiers of nothing in the twin. */
  readonly hidden: {
    readonly candidatureId: string
    readonly dossierId: string
    readonly duplicateId: string
  }
}

const nobodyId = '01900000-0000-7000-8000-000000000001'

/**
 * A session on Berric, Molac, Elven and a fourth dossier from which Blaise is recused; or its twin, where that dossier does
 * not exist and the fourth point is a free one. Molac is decided, the marks of the two others are for nobody's eyes yet.
 */
export async function room({ twin }: { twin: boolean }): Promise<Room> {
  const committee = await smallCommittee()
  const { get, callId, memberIds, candidatureIds } = committee
  const [ada, blaise, chloe] = memberIds
  const [berric, molac, elven] = candidatureIds
  const hidden = twin
    ? { candidatureId: nobodyId, dossierId: nobodyId, duplicateId: nobodyId }
    : await addHidden(committee)
  for (const candidatureId of [berric, molac, elven])
    await fileUniformSheet(committee, { candidatureId, evaluatorId: ada }, 4)
  await fileUniformSheet(committee, { candidatureId: berric, evaluatorId: blaise }, 3)
  await get('sheet.reopen', { candidatureId: elven, evaluatorId: ada, reason: 'à revoir' })
  await get('sheet.mark', {
    candidatureId: elven,
    evaluatorId: ada,
    criterionCode: 'PERT',
    mark: { kind: 'value', hundredths: 100, comment: sealedComment },
  })
  await get('recusal.declare', {
    candidatureId: berric,
    memberId: chloe,
    reason: otherReason,
    legalBasis: '',
  })
  const { sessionId } = await get('session.plan', {
    callId,
    date: '2026-03-12',
    place: 'Mairie de Plouvara',
    convocation: { date: '2026-03-01', author: 'la présidente' },
    secondConvocation: false,
  })
  const point = (id: string, candidatureId: string | null, title: string) => ({
    id,
    candidatureId,
    title,
    rapporteurId: null,
  })
  await get('session.change', {
    sessionId,
    set: {
      agenda: [
        point('point-1', berric, 'Berric – Projet de Berric'),
        point('point-2', molac, 'Molac – Projet de Molac'),
        point('point-3', elven, 'Elven – Projet de Elven'),
        twin
          ? point('point-4', null, examinedWithoutYou)
          : point('point-4', hidden.candidatureId, `${secrets.applicant} – ${secrets.title}`),
      ],
    },
  })
  for (const memberId of memberIds) await get('session.attend', { sessionId, memberId, status: 'present' })
  await get('session.open', { sessionId, at: '14:00', chairId: ada, secretaryId: blaise })
  const decision = { ...unanimous('point-2', 500_000), departure: 'Choix du comité' }
  await get('session.decide', { sessionId, proposal: decision })
  if (!twin) {
    await decideHidden(committee, sessionId)
    for (const candidatureId of [...candidatureIds, hidden.candidatureId])
      await writePaperwork(committee, candidatureId)
  }
  return { ...committee, sessionId, hidden }
}

async function addHidden({ get, callId, memberIds }: SmallCommittee): Promise<Room['hidden']> {
  const { candidatureId } = await get('candidature.add', {
    callId,
    applicantName: secrets.applicant,
    title: secrets.title,
  })
  const { dossier } = await get('candidature.get', { candidatureId })
  await get('dossier.change', {
    dossierId: dossier.id,
    set: {
      description: secrets.description,
      objectives: secrets.objectives,
      annexes: [secrets.annex],
      applicant: { ...dossier.applicant, department: { code: '2B', name: 'Haute-Corse' } },
    },
  })
  const { requestedCents, eligibleBaseCents, theme } = secrets
  await get('candidature.change', { candidatureId, set: { requestedCents, eligibleBaseCents, theme } })
  for (const evaluatorId of memberIds) {
    const { grid } = await get('sheet.get', { candidatureId, evaluatorId })
    for (const { code } of grid.sections.flatMap((section) => section.criteria))
      await get('sheet.mark', {
        candidatureId,
        evaluatorId,
        criterionCode: code,
        mark: { kind: 'value', hundredths: 100, comment: secrets.comment },
      })
    await get('sheet.file', { candidatureId, evaluatorId })
  }
  await get('recusal.declare', {
    candidatureId,
    memberId: memberIds[1],
    reason: secrets.reason,
    legalBasis: '',
  })
  // The same project came twice.
  const again = await get('candidature.add', {
    callId,
    applicantName: `${secrets.applicant} zqdoublon`,
    title: secrets.title,
  })
  await get('candidature.merge', { keepId: candidatureId, mergeId: again.candidatureId })
  return { candidatureId, dossierId: dossier.id, duplicateId: again.candidatureId }
}

async function decideHidden({ get, memberIds }: SmallCommittee, sessionId: string): Promise<void> {
  await get('session.write-debate', { sessionId, itemId: 'point-4', text: secrets.debate })
  await get('session.keep-draft', { sessionId, itemId: 'point-4', draft: secrets.draft })
  await get('session.decide', {
    sessionId,
    proposal: {
      ...unanimous('point-4', secrets.awardedCents, 2),
      conditions: secrets.conditions,
      rationale: { legal: '', factual: secrets.factual },
      departure: 'Motif zqecart',
      recusedHours: { [memberIds[1]]: { leftAt: '14:10', returnedAt: '14:30' } },
    },
  })
}

/** What the service writes outside the room: the secretary's, on the dossiers that he may read too. */
async function writePaperwork({ get, folder }: SmallCommittee, candidatureId: string): Promise<void> {
  await get('issuer.change', { set: { name: 'Commune zqemetteur', service: 'zqservice' } })
  await get('instruction.change', {
    candidatureId,
    set: { receivedOn: '2026-02-02', analysis: 'Analyse zqanalyse', strengths: 'zqforces' },
  })
  const path = join(folder, 'modele.docx')
  await get('template.save', { document: 'letterhead', templateId: null, version: null, path })
  await get('template.add', { path, document: 'letterhead', name: 'Modèle zqmodele' })
}

/** Every secret string as it would stand in an answer, whatever the case or the folding. */
export function expectNoSecret(told: unknown): void {
  const text = JSON.stringify(told).toLowerCase()
  const amounts = [secrets.requestedCents, secrets.eligibleBaseCents, secrets.awardedCents].map(String)
  for (const secret of ['zq', 'haute-corse', 'n° 4', '"number":4', ...amounts])
    expect(
      text.includes(secret)
        ? text.slice(Math.max(0, text.indexOf(secret) - 200), text.indexOf(secret) + 80)
        : '',
    ).toBe('')
}

/** The same text in two files: identifiers, instants and folders aside. */
export const comparable = (told: unknown): string =>
  JSON.stringify(told, byName, 1)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
    .replace(/"code": "..-..-\d{3}-."/g, '"code": "CODE"')
    .replace(/"savedAt": "[\d:]+"/g, '"savedAt": "HH:MM"')
    .replace(/\/[^"]*delibere-test-[^/"]+/g, 'FOLDER')

/** The order in which fields were written is not told by any screen. */
const byName = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
