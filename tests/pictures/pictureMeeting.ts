import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { cliHost } from '#main/cli/cliHost.ts'
import { processTerminal } from '#main/cli/terminal.ts'
import { compose } from '#main/composition/compose.ts'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { Result } from '#shared/kernel/result.ts'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { meetingStory } from '../../scripts/meeting/meetingStory.ts'
import { playMeetingAct } from '../../scripts/meeting/playMeeting.ts'
import { type PreparedMeeting, prepareMeeting } from '../../scripts/meeting/prepareMeeting.ts'
import { setUpForPictures, takePicture } from './takePicture.ts'

const passphrase = 'exemple-sans-secret'

/** The scripted meeting, before its opening, in the middle, and at the moment of closing. */
export async function pictureMeeting(folder: string): Promise<void> {
  await atMoment('before', async (page, { sessionId }) => {
    const address = `#/seances/${sessionId}`
    await takePicture(page, folder, { name: 'seance-preparation', address, heading: 'Préparation' })
  })
  await atMoment('middle', async (page, { sessionId, callId }) => {
    const address = `#/seances/${sessionId}`
    await takePicture(page, folder, { name: 'seance-salle', address, heading: /Séance du/ })
    const scenarios = `#/scenarios?call=${callId}`
    await takePicture(page, folder, { name: 'scenarios', address: scenarios, heading: 'Scénarios' })
    const wall = `#/projection/${sessionId}`
    await takePicture(page, folder, { name: 'projection', address: wall, heading: /Conseil/ })
  })
  await atMoment('end', async (page, { sessionId }) => {
    const address = `#/seances/${sessionId}?point=cloture`
    await takePicture(page, folder, { name: 'seance-cloture', address, heading: 'Clôture' })
  })
}

async function atMoment(
  moment: 'before' | 'middle' | 'end',
  look: (page: Page, meeting: PreparedMeeting) => Promise<void>,
): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'delibere-images-'))
  const path = join(place, 'seance.delibere')
  const terminal = processTerminal()
  const environment = { ...terminal.environment, DELIBERE_USER_DATA: place }
  const dispatcher = compose(cliHost({ ...terminal, environment }))
  const meeting = await playUntil(dispatcher, path, moment)
  await dispatcher.close()
  const host = await launchBrowserHost({ file: path })
  const { page } = host
  try {
    await setUpForPictures(page)
    await page.getByLabel('Phrase secrète', { exact: true }).last().fill(passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Lieux' }).waitFor({ timeout: 30_000 })
    await look(page, meeting)
  } finally {
    await host.close()
    rmSync(place, { recursive: true, force: true })
  }
}

async function playUntil(
  dispatcher: Dispatcher,
  path: string,
  moment: 'before' | 'middle' | 'end',
): Promise<PreparedMeeting> {
  const meeting = taken(await prepareMeeting(dispatcher, { path, passphrase, say: () => undefined }))
  if (moment === 'before') return meeting
  const story = meetingStory(meeting.order)
  // In the middle: a recused member has just left. At the end: only the explanations are missing.
  const isReached = moment === 'middle' ? story.findLastIndex(leavesForPoint) : story.findIndex(explains)
  for (const act of story.slice(0, isReached + (moment === 'middle' ? 1 : 0))) {
    taken(await playMeetingAct(dispatcher, meeting, act))
  }
  if (moment === 'middle') {
    const { sessionId } = meeting
    taken(await dispatcher.call('projection.set', { sessionId, content: 'dossier', level: 'names' }))
    const from = { origin: 'best-total' } as const
    taken(await dispatcher.call('scenario.open', { callId: meeting.callId, name: 'Meilleur total', from }))
  }
  return meeting
}

type Act = ReturnType<typeof meetingStory>[number]
const leavesForPoint = (act: Act): boolean => act.do === 'move' && act.kind === 'leaves' && act.point !== null
const explains = (act: Act): boolean => act.do === 'explain-open-checks'

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value
}
