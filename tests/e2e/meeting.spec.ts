import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { Result } from '#shared/kernel/result.ts'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import type { MeetingAct } from '../../scripts/meeting/meetingActs.ts'
import { meetingStory } from '../../scripts/meeting/meetingStory.ts'
import { playMeetingAct } from '../../scripts/meeting/playMeeting.ts'
import { prepareMeeting } from '../../scripts/meeting/prepareMeeting.ts'
import { bridgeDispatcher } from './support/bridgeDispatcher.ts'
import { callBridge } from './support/callBridge.ts'
import { pressEnter, reach, typeIn, watchPointer } from './support/keyboard.ts'
import { factsOfMeeting } from './support/meeting/factsOfMeeting.ts'
import { goToStep } from './support/meeting/goToStep.ts'
import { keyHour, openRoom, playByKeyboard } from './support/meeting/roomKeys.ts'

// The scripted meeting of sixty candidatures on the real screens, from the roll-call to the closing, without a mouse; then
// the same script through the door of the application: both meetings settle the same things.

const passphrase = 'exemple-sans-secret'
const fileName = 'seance.delibere'

test('[RM1] a whole meeting is held with the keyboard only, through a power cut', async () => {
  test.setTimeout(1_200_000)
  const played = await playOnScreens()
  const oracle = await playThroughTheDoor()
  expect(played.order).toEqual(oracle.order)
  expect(played.facts).toEqual(oracle.facts)
  expect(played.digest).toMatch(/^[0-9a-f]{64}$/)
})

async function playOnScreens() {
  let host = await launchBrowserHost()
  const { userDataDir } = host
  try {
    const meeting = await prepare(host.page, host.filesDir)
    let gestures = await watchPointer(host.page)
    await openRoom(host.page)
    const story = meetingStory(meeting.order)
    const cut = story.findIndex((act) => act.do === 'debate' && act.point === meeting.order[cutAt])
    for (const [index, act] of story.entries()) {
      await test.step(sentence(act), () => playByKeyboard({ page: host.page, meeting }, act))
      if (index !== cut) continue
      const before = await keyHalfOfAVote(host.page, meeting.sessionId)
      const hour = await host.page.getByLabel('Heure notée').inputValue()
      expect(await gestures()).toEqual([])
      await host.kill()
      host = await launchBrowserHost({ userDataDir })
      gestures = await watchPointer(host.page)
      await reopen(host.page)
      expect(await callBridge(host.page, 'session.get', { sessionId: meeting.sessionId })).toEqual(before)
      await expect(host.page.getByRole('textbox', { name: 'Contre' })).toHaveValue('1')
      await keyHour(host.page, hour)
    }
    const digest = await host.page.getByText(/^[0-9a-f]{64}$/).innerText()
    expect(await gestures()).toEqual([])
    const view = await callBridge(host.page, 'session.get', { sessionId: meeting.sessionId })
    expect(view.session.closing?.factsDigest).toBe(digest)
    return { order: meeting.order, facts: factsOfMeeting(view, meeting), digest }
  } finally {
    await host.close()
  }
}

/** Place on the agenda of the point during which the power is cut. */
const cutAt = 33

/** A figure keyed and not recorded yet; answers the whole session as the host keeps it. */
async function keyHalfOfAVote(page: Page, sessionId: string) {
  await goToStep(page, 6)
  await typeIn(page, page.getByRole('textbox', { name: 'Contre' }), '1')
  const read = () => callBridge(page, 'session.get', { sessionId })
  const isKept = async () =>
    (await read()).session.agenda.filter(
      ({ draft, outcome }) => outcome === null && draft.includes('"against":1'),
    )
  await expect.poll(isKept).toHaveLength(1)
  return read()
}

/** From the first screen: the file, its passphrase, the list of sessions. */
async function reopen(page: Page): Promise<void> {
  await pressEnter(page, page.getByRole('button', { name: /seance|Trois Rivières/ }).first())
  await reach(page, page.getByRole('textbox', { name: 'Phrase secrète' }))
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await openRoom(page)
}

async function playThroughTheDoor() {
  const host = await launchBrowserHost()
  try {
    const dispatcher = bridgeDispatcher(host.page)
    const meeting = await prepare(host.page, host.filesDir)
    for (const act of meetingStory(meeting.order)) taken(await playMeetingAct(dispatcher, meeting, act))
    const view = taken(await dispatcher.call('session.get', { sessionId: meeting.sessionId }))
    return { order: meeting.order, facts: factsOfMeeting(view, meeting) }
  } finally {
    await host.close()
  }
}

async function prepare(page: Page, folder: string) {
  mkdirSync(folder, { recursive: true })
  const wish = { path: join(folder, fileName), passphrase, say: () => undefined }
  return taken(await prepareMeeting(bridgeDispatcher(page), wish))
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value
}

const sentence = (act: MeetingAct): string =>
  Object.values(act)
    .filter((value) => typeof value !== 'object')
    .join(' ')
