import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { LaunchedBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { smallCall, smallInstance } from '#tests/support/smallCall.ts'
import { callBridge } from '../callBridge.ts'

export const passphrase = 'quatre mots sans rapport'
export const fileName = 'Petit comité.delibere'

/** What the secretariat has prepared before it shares anything. */
export interface PreparedCommittee {
  readonly callId: string
  readonly sessionId: string
  /** Berric and Molac, numbers 1 and 2. */
  readonly candidatureIds: readonly [string, string]
  readonly ada: string
  readonly blaise: string
  readonly chloe: string
  readonly driss: string
}

/** Four members, two candidatures, a session planned; the file is open on this laptop and on no other. */
export async function prepareCommittee({ page, filesDir }: LaunchedBrowserHost): Promise<PreparedCommittee> {
  mkdirSync(filesDir, { recursive: true })
  const path = join(filesDir, fileName)
  await callBridge(page, 'file.create', { path, passphrase, committee: smallInstance })
  const { gridId } = await callBridge(page, 'grid.draft', {
    from: 'shipped',
    key: 'transformation-numerique',
  })
  const { callId } = await callBridge(page, 'call.open', smallCall(gridId))
  const people = {
    ada: await addMember(page, 'Ada', 'chair'),
    blaise: await addMember(page, 'Blaise', 'secretary'),
    chloe: await addMember(page, 'Chloé', 'member'),
    driss: await addMember(page, 'Driss', 'member'),
  }
  const candidatureIds = [
    await addCandidature(page, callId, 'Berric', 1_000_000),
    await addCandidature(page, callId, 'Molac', 2_000_000),
  ] as const
  const { sessionId } = await callBridge(page, 'session.plan', {
    callId,
    date: '2026-12-01',
    place: 'Mairie de Plouvara',
    convocation: { date: '2026-11-20', author: 'la présidente' },
    secondConvocation: false,
  })
  await expect(page.getByRole('navigation', { name: 'Lieux' })).toBeVisible()
  return { callId, sessionId, candidatureIds, ...people }
}

/** Roll-call and opening: everybody is there but the chair's substitute of nobody, Ada, who stayed away. */
export async function openSession(page: Page, committee: PreparedCommittee): Promise<void> {
  const { sessionId, ada, blaise, chloe, driss } = committee
  for (const memberId of [blaise, chloe, driss])
    await callBridge(page, 'session.attend', { sessionId, memberId, status: 'present' })
  await callBridge(page, 'session.attend', { sessionId, memberId: ada, status: 'excused' })
  await callBridge(page, 'session.open', { sessionId, at: '00:00', chairId: blaise, secretaryId: chloe })
}

/** Each point decided by a show of hands, Chloé outside for the one she is recused from; every check of the closing explained. */
export async function decideEverything(page: Page, { sessionId, chloe }: PreparedCommittee): Promise<void> {
  const { items } = await callBridge(page, 'session.get', { sessionId })
  for (const { itemId, number } of items) {
    const isRecused = number === 2
    const goes = (kind: 'leaves' | 'arrives', at: string) =>
      callBridge(page, 'session.move', { sessionId, itemId, memberId: chloe, kind, at })
    if (isRecused) await goes('leaves', '00:05')
    await callBridge(page, 'session.write-debate', { sessionId, itemId, text: 'Le comité salue le projet.' })
    await callBridge(page, 'session.decide', {
      sessionId,
      proposal: {
        itemId,
        opinion: 'favourable',
        amountCents: 100_000,
        waitingList: false,
        conditions: '',
        rationale: { legal: '', factual: 'Le projet répond au besoin.' },
        departure: 'Le comité sert chaque commune.',
        vote: {
          ...{ method: 'show-of-hands', for: isRecused ? 2 : 3, against: 0, abstention: 0, notTakingPart: 0 },
          ...{ named: null, chairBallot: 'for', disagreements: [] },
        },
        at: '00:10',
      },
    })
    if (isRecused) await goes('arrives', '00:10')
  }
  const { closingChecks } = await callBridge(page, 'session.get', { sessionId })
  for (const { code, level, state } of closingChecks)
    if (level === 'explain' && state === 'open')
      await callBridge(page, 'session.explain', { sessionId, check: code, text: 'Le comité en a convenu.' })
  const after = await callBridge(page, 'session.get', { sessionId })
  expect(after.closingBlockers).toEqual([])
  expect(after.closingChecks.filter(({ state }) => state === 'open')).toEqual([])
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
  requestedCents: number,
): Promise<string> {
  const title = `Projet de ${applicantName}`
  const { candidatureId } = await callBridge(page, 'candidature.add', { callId, applicantName, title })
  await callBridge(page, 'candidature.change', { candidatureId, set: { requestedCents } })
  return candidatureId
}
