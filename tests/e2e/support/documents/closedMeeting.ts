import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type LaunchedBrowserHost, launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { meetingStory } from '../../../../scripts/meeting/meetingStory.ts'
import { playMeetingAct } from '../../../../scripts/meeting/playMeeting.ts'
import { prepareMeeting } from '../../../../scripts/meeting/prepareMeeting.ts'
import { bridgeDispatcher } from '../bridgeDispatcher.ts'
import { callBridge } from '../callBridge.ts'

export interface ClosedMeeting {
  readonly host: LaunchedBrowserHost
  readonly page: Page
  readonly sessionId: string
  /** For what the test writes and takes; removed by `close`. */
  readonly folder: string
  /** Numbers of the two candidatures whose instruction nobody keyed. */
  readonly incomplete: readonly number[]
  close(): Promise<void>
}

export const meetingPassphrase = 'exemple-sans-secret'

/** What was said and reaches a person: to be masked in the copy for the public. */
export const spoken = { phone: '06 12 34 56 78', email: 'prenom.nom@exemple.example' } as const

/** The scripted meeting of sixty candidatures, played and closed, and the instruction of all of them but two. */
export async function closedMeeting(): Promise<ClosedMeeting> {
  const host = await launchBrowserHost()
  const { page } = host
  const folder = mkdtempSync(join(tmpdir(), 'delibere-documents-'))
  mkdirSync(host.filesDir, { recursive: true })
  const dispatcher = bridgeDispatcher(page)
  const meeting = await prepareMeeting(dispatcher, {
    path: join(host.filesDir, 'seance.delibere'),
    passphrase: meetingPassphrase,
    say: () => undefined,
  })
  if (!meeting.ok) throw new Error(JSON.stringify(meeting.refusal))
  const { sessionId } = meeting.value
  for (const act of meetingStory(meeting.value.order)) {
    if (act.do === 'close') await sayWhatReaches(page, sessionId)
    const played = await playMeetingAct(dispatcher, meeting.value, act)
    if (!played.ok) throw new Error(`${act.do}: ${JSON.stringify(played.refusal)}`)
  }
  const { candidatures } = await callBridge(page, 'document.board', { sessionId })
  const left = candidatures.filter(({ letter }) => letter === 'letter-waiting-list').slice(0, 2)
  for (const { candidatureId, applicant } of candidatures)
    if (!left.some((line) => line.candidatureId === candidatureId))
      await callBridge(page, 'instruction.change', { candidatureId, set: instruction(applicant) })
  await expect(page.getByRole('navigation', { name: 'Lieux' })).toBeVisible()
  return {
    ...{ host, page, sessionId, folder },
    incomplete: left.map(({ number }) => number),
    async close() {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function sayWhatReaches(page: Page, sessionId: string): Promise<void> {
  const { items } = await callBridge(page, 'session.get', { sessionId })
  await callBridge(page, 'session.write-debate', {
    sessionId,
    itemId: items[0]?.itemId ?? '',
    text: `Le porteur est joint au ${spoken.phone}. Il répondra depuis ${spoken.email}.`,
  })
}

const instruction = (applicant: string) => ({
  receivedOn: '2026-01-15',
  correspondent: {
    civility: 'Madame' as const,
    name: 'Claire Exemple',
    capacity: 'maire',
    address: `Mairie de ${applicant}\n1 place de l’Exemple\n56000 Exemple`,
    email: '',
    place: null,
    isNaturalPerson: false,
  },
  award: {
    nature: 'operating' as const,
    eligibleBaseCents: null,
    taxBasis: null,
    payment: 'en une fois à la notification',
    piecesToReturn: ['le relevé d’identité bancaire'],
    lapsesOn: '2028-12-31',
    obligations: ['faire état du soutien reçu'],
    budgetLine: '65748',
    reduction: {
      legal: 'Article 6 du règlement de l’appel.',
      factual: 'L’enveloppe ne permet pas davantage.',
    },
  },
})
