import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type LaunchedBrowserHost, launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { smallCall, smallInstance } from '#tests/support/smallCall.ts'
import { callBridge } from '../callBridge.ts'

export const passphrase = 'quatre mots sans rapport'

export interface SmallRoom {
  readonly host: LaunchedBrowserHost
  readonly callId: string
  readonly sessionId: string
  /** Points of Berric, Molac and Elven, numbers 1 to 3. */
  readonly itemIds: readonly string[]
  /** Ada (chair), Blaise (secretary), Chloé, who is recused on Elven. */
  readonly memberIds: readonly string[]
}

/** Three members, three candidatures of which the last two are marked, and a session with sealed marks, not opened yet. */
export async function smallRoom(): Promise<SmallRoom> {
  const host = await launchBrowserHost()
  const { page } = host
  await createFile(page, host.filesDir)
  const callId = await openCall(page)
  const memberIds = [
    await addMember(page, 'Ada', 'chair'),
    await addMember(page, 'Blaise', 'secretary'),
    await addMember(page, 'Chloé', 'member'),
  ]
  const candidatureIds: string[] = []
  for (const [name, euros] of [
    ['Berric', 10_000],
    ['Molac', 20_000],
    ['Elven', 30_000],
  ] as const)
    candidatureIds.push(await addCandidature(page, callId, name, euros))
  const [, molac = '', elven = ''] = candidatureIds
  const [, , chloe = ''] = memberIds
  const key = { candidatureId: elven, memberId: chloe }
  await callBridge(page, 'recusal.declare', {
    ...key,
    reason: 'adjointe au maire',
    legalBasis: 'cgct-l2131-11',
  })
  await callBridge(page, 'recusal.assess', {
    ...key,
    status: 'confirmed',
    reason: 'lien établi',
    legalBasis: 'cgct-l2131-11',
    counting: 'numerator',
  })
  for (const evaluatorId of memberIds) await markUniformly(page, { candidatureId: molac, evaluatorId }, 3)
  for (const evaluatorId of memberIds.slice(0, 2))
    await markUniformly(page, { candidatureId: elven, evaluatorId }, 2)
  const sessionId = await plan(page, callId)
  const { items } = await callBridge(page, 'session.get', { sessionId })
  const itemIds = candidatureIds.map((id) => items.find((item) => item.candidatureId === id)?.itemId ?? '')
  await expect(page.getByRole('navigation', { name: 'Lieux' })).toBeVisible()
  return { host, callId, sessionId, itemIds, memberIds }
}

/** Everybody in the room, open since midnight (whatever the clock of this computer says), the first point called. */
export async function openSmallRoom({ host, sessionId, itemIds, memberIds }: SmallRoom): Promise<void> {
  const { page } = host
  for (const memberId of memberIds)
    await callBridge(page, 'session.attend', { sessionId, memberId, status: 'present' })
  const [chairId = '', secretaryId = ''] = memberIds
  await callBridge(page, 'session.open', { sessionId, at: '00:00', chairId, secretaryId })
  await callBridge(page, 'session.point', { sessionId, itemId: itemIds[0] ?? '', at: '00:00:00' })
}

async function createFile(page: Page, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await callBridge(page, 'file.create', {
    path: join(folder, 'Petit comité.delibere'),
    passphrase,
    committee: smallInstance,
  })
}

async function openCall(page: Page): Promise<string> {
  const from = { from: 'shipped', key: 'transformation-numerique' } as const
  const { gridId } = await callBridge(page, 'grid.draft', from)
  const { callId } = await callBridge(page, 'call.open', smallCall(gridId))
  return callId
}

async function addMember(
  page: Page,
  firstName: string,
  role: 'chair' | 'secretary' | 'member',
): Promise<string> {
  const { memberId } = await callBridge(page, 'member.add', {
    ...{ firstName, role, lastName: 'Exemple', capacity: 'membre du conseil' },
    voice: 'deliberative',
    inOffice: true,
  })
  return memberId
}

async function addCandidature(
  page: Page,
  callId: string,
  applicantName: string,
  euros: number,
): Promise<string> {
  const title = `Projet de ${applicantName}`
  const { candidatureId } = await callBridge(page, 'candidature.add', { callId, applicantName, title })
  await callBridge(page, 'candidature.change', { candidatureId, set: { requestedCents: euros * 100 } })
  return candidatureId
}

async function markUniformly(
  page: Page,
  key: { readonly candidatureId: string; readonly evaluatorId: string },
  points: number,
): Promise<void> {
  const { grid } = await callBridge(page, 'sheet.get', key)
  for (const { code } of grid.sections.flatMap((section) => section.criteria)) {
    const mark = { kind: 'value' as const, hundredths: points * 100, comment: 'Motif gardé par le comité' }
    await callBridge(page, 'sheet.mark', { ...key, criterionCode: code, mark })
  }
  await callBridge(page, 'sheet.file', key)
}

async function plan(page: Page, callId: string): Promise<string> {
  const { sessionId } = await callBridge(page, 'session.plan', {
    callId,
    date: '2026-03-12',
    place: 'Mairie de Plouvara',
    convocation: { date: '2026-03-01', author: 'la présidente' },
    secondConvocation: false,
  })
  await callBridge(page, 'session.change', { sessionId, set: { sealedMarks: true } })
  return sessionId
}
