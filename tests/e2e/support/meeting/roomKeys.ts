import { expect, type Locator, type Page } from '@playwright/test'
import type { MeetingAct, PointKey } from '../../../../scripts/meeting/meetingActs.ts'
import { type MemberKey, meetingPeople } from '../../../../scripts/meeting/meetingPeople.ts'
import { itemView, proposalOf } from '../../../../scripts/meeting/playMeeting.ts'
import type { PreparedMeeting } from '../../../../scripts/meeting/prepareMeeting.ts'
import { bridgeDispatcher } from '../bridgeDispatcher.ts'
import { chooseAmong, chooseInList, chooseInMenu, pressEnter, reach, typeIn, walkList } from '../keyboard.ts'
import { goToStep } from './goToStep.ts'
import { keyProposal, keyVote } from './proposalKeys.ts'
import { adoptScenario } from './scenarioKeys.ts'

/** The secretary's place: the screen, and the names of what was prepared. */
export interface Sitting {
  readonly page: Page
  readonly meeting: PreparedMeeting
}

type ActOf<D extends MeetingAct['do']> = Extract<MeetingAct, { readonly do: D }>

/** One act of the story, as the secretary does it at the keyboard of the room. */
export async function playByKeyboard(sitting: Sitting, act: MeetingAct): Promise<void> {
  const { page } = sitting
  switch (act.do) {
    case 'attend':
      return chooseAmong(
        page,
        page.getByRole('radiogroup', { name: `Présence de ${fullName(act.member)}` }),
        { present: 'Présent', excused: 'Excusé', absent: 'Absent' }[act.status],
      )
    case 'substitute':
      return seatSubstitute(page, act)
    case 'proxy':
      return giveProxy(page, act)
    case 'open':
      await typeIn(page, textbox(page, 'Heure d’ouverture'), act.at)
      await pressEnter(page, button(page, 'Ouvrir la séance'))
      return expect(room(page).getByLabel('Heure notée')).toBeVisible()
    case 'point':
      return takeUp(sitting, act)
    case 'move':
      return move(sitting, act)
    case 'recuse':
      return declareRecusal(page, act)
    case 'assess':
      return assessRecusal(page, act)
    case 'mark':
      return keyMarks(page, act)
    case 'file':
      await pressEnter(page, button(page, 'Déposer les fiches'))
      return expect(grid(page).getByText('déposée', { exact: true }).first()).toBeVisible()
    case 'adopt-scenario':
      await adoptScenario(sitting, act)
      return openRoom(page)
    case 'debate':
      return writeDebate(page, act.text)
    case 'decide':
      return decide(sitting, act)
    case 'refused':
      await keyDecision(sitting, act.act)
      await page.keyboard.press('Control+Enter')
      return expect(
        page.getByText(/^Le quorum n’est pas atteint : \d+ comptés, il en faut \d+\./),
      ).toBeVisible()
    case 'amend':
      return amend(sitting, act)
    case 'pause':
      await page.keyboard.press('Control+Shift+P')
      return expect(button(page, 'Reprendre la séance')).toBeVisible()
    case 'resume':
      await page.keyboard.press('Control+Shift+P')
      return expect(button(page, 'Reprendre la séance')).toBeHidden()
    case 'explain-open-checks':
      return explainOpenChecks(page, act.text)
    case 'close':
      return close(page, act.at)
  }
}

/** From any screen: the list of sessions, then its only line. */
export async function openRoom(page: Page): Promise<void> {
  await pressEnter(
    page,
    page.getByRole('navigation', { name: 'Lieux' }).getByRole('link', { name: 'Séances' }),
  )
  await pressEnter(page, page.getByRole('main').getByRole('row').nth(1).getByRole('link'))
  await expect(page.getByRole('navigation', { name: 'Ordre du jour' })).toBeVisible()
}

export const fullName = (member: MemberKey): string =>
  `${meetingPeople[member].firstName} ${meetingPeople[member].lastName}`

async function seatSubstitute(page: Page, act: ActOf<'substitute'>): Promise<void> {
  const opener = button(page, `Autres gestes : ${fullName(act.member)}`)
  await chooseInMenu(page, opener, 'Faire siéger un suppléant')
  await pressEnter(page, button(page, 'Faire siéger'))
  await expect(room(page).getByText(`suppléé par ${fullName(act.substitute)}`)).toBeVisible()
}

async function giveProxy(page: Page, act: ActOf<'proxy'>): Promise<void> {
  await chooseInMenu(page, button(page, `Autres gestes : ${fullName(act.giver)}`), 'Donner pouvoir')
  await chooseInList(page, page.getByLabel('Donné à'), fullName(act.holder))
  const [year, month, day] = act.date.split('-')
  await typeIn(page, textbox(page, 'Date de l’acte écrit'), `${day}/${month}/${year}`)
  await reach(page, page.getByRole('checkbox', { name: 'L’acte signé a été vu' }))
  await page.keyboard.press('Space')
  await pressEnter(page, button(page, 'Enregistrer le pouvoir'))
  await expect(room(page).getByText(`pouvoir à ${fullName(act.holder)}`)).toBeVisible()
}

/** Alt+→ leads to the point, its hour is keyed, then Enter on what is proposed: calling it. */
async function takeUp(sitting: Sitting, { point, at }: ActOf<'point'>): Promise<void> {
  const { page } = sitting
  await goToPoint(sitting, point)
  await keyHour(page, at.slice(0, 5))
  await goToStep(page, 1)
  await pressEnter(page, button(page, /^(Appeler|Reprendre) ce point$/))
  await expect(lineOf(sitting, point)).toContainText('en cours')
}

/** The point on the screen is the one that the agenda points at. */
async function goToPoint({ page, meeting }: Sitting, point: PointKey): Promise<void> {
  const { order, itemIds } = meeting
  const target = order.indexOf(point)
  const shown = await agenda(page).locator('[aria-current="step"]').getAttribute('data-item')
  const away = target - order.findIndex((key) => itemIds.get(key) === shown)
  for (let step = 0; step < Math.abs(away); step++) {
    await page.keyboard.press(away > 0 ? 'Alt+ArrowRight' : 'Alt+ArrowLeft')
  }
  await expect(lineOf({ page, meeting }, point)).toHaveAttribute('aria-current', 'step')
}

/** From the figures of the vote the hour is a few steps away. */
export async function keyHour(page: Page, hour: string): Promise<void> {
  const field = textbox(page, 'Heure notée')
  if ((await field.inputValue()) === hour) return
  await goToStep(page, 6)
  await typeIn(page, field, hour)
}

async function move({ page }: Sitting, { member, kind, point }: ActOf<'move'>): Promise<void> {
  const name = fullName(member)
  const proposed = button(page, kind === 'leaves' ? `Faire sortir ${name}` : `Faire revenir ${name}`)
  if (point !== null && (await proposed.count()) === 1) await pressEnter(page, proposed)
  else {
    await reach(page, button(page, new RegExp(`^(Sort|Revient|Arrive) : ${name},`)))
    await page.keyboard.press('s')
  }
  const after = kind === 'leaves' ? 'Revient' : 'Sort'
  await expect(button(page, new RegExp(`^${after} : ${name},`))).toBeVisible()
}

async function declareRecusal(page: Page, act: ActOf<'recuse'>): Promise<void> {
  await pressEnter(page, button(page, 'Déclarer un déport'))
  const dialog = page.getByRole('dialog')
  await chooseInList(page, dialog.getByLabel('Membre'), fullName(act.member))
  await typeIn(page, dialog.getByLabel('Motif, en quelques mots'), act.reason)
  await walkList(page, dialog.getByLabel('Fondement'), 'Élu intéressé à l’affaire (CGCT L2131-11)')
  await pressEnter(page, dialog.getByRole('button', { name: 'Déclarer le déport' }))
  await expect(dialog).toBeHidden()
}

async function assessRecusal(page: Page, act: ActOf<'assess'>): Promise<void> {
  await pressEnter(page, button(page, `Apprécier : ${fullName(act.member)}`))
  const dialog = page.getByRole('dialog')
  await typeIn(page, dialog.getByLabel('Motif de la présidence'), act.reason)
  await pressEnter(page, dialog.getByRole('button', { name: 'Enregistrer l’appréciation' }))
  await expect(dialog).toBeHidden()
}

/** To the line of the member by the arrows, then one digit after the other. */
async function keyMarks(page: Page, { member, marks }: ActOf<'mark'>): Promise<void> {
  const first = grid(page)
    .getByRole('gridcell', { name: new RegExp(`^${fullName(member)}, `) })
    .first()
  await expect(first).toBeVisible()
  if ((await page.locator('[data-cell]:focus').count()) === 0) await goToStep(page, 4)
  const rows = await Promise.all([first, page.locator('[data-cell]:focus')].map(rowOf))
  const away = (rows[0] ?? 0) - (rows[1] ?? 0)
  for (let step = 0; step < Math.abs(away); step++) {
    await page.keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp')
  }
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()
  for (const mark of marks) await page.keyboard.press(`Digit${mark}`)
}

const rowOf = async (cell: Locator): Promise<number> =>
  Number((await cell.getAttribute('data-cell'))?.split('/')[0])

/** Escape gives the keys back to the point. */
export async function writeDebate(page: Page, text: string): Promise<void> {
  await goToStep(page, 3)
  await reach(page, textbox(page, 'Débat'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
}

async function keyDecision(sitting: Sitting, act: ActOf<'decide'>): Promise<void> {
  const { page, meeting } = sitting
  const item = await itemView(bridgeDispatcher(page), meeting, act.point)
  if (!item.ok) throw new Error(item.refusal.code)
  const proposal = proposalOf(meeting, act, item.value)
  await keyProposal(page, proposal, { isMilestone: act.point === 'milestone', nameOf: nameIn(meeting) })
}

async function decide(sitting: Sitting, act: ActOf<'decide'>): Promise<void> {
  const { page } = sitting
  await keyDecision(sitting, act)
  await page.keyboard.press('Control+Enter')
  await expect(lineOf(sitting, act.point)).not.toContainText(/en cours|à venir/)
}

/** Back to the point just decided, its figures keyed again with the reason, then on. */
async function amend(sitting: Sitting, { act, reason }: ActOf<'amend'>): Promise<void> {
  const { page, meeting } = sitting
  await goToPoint(sitting, act.point)
  await pressEnter(page, button(page, 'Corriger'))
  const item = await itemView(bridgeDispatcher(page), meeting, act.point)
  if (!item.ok) throw new Error(item.refusal.code)
  const { vote } = proposalOf(meeting, act, item.value)
  if (vote !== null) await keyVote(page, vote, nameIn(meeting))
  await typeIn(page, textbox(page, 'Pourquoi corriger'), reason)
  await pressEnter(page, button(page, 'Enregistrer la correction'))
  await expect(button(page, 'Corriger')).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
}

async function explainOpenChecks(page: Page, text: string): Promise<void> {
  const open = page
    .getByRole('list', { name: 'Liste de contrôle' })
    .getByRole('listitem')
    .filter({ hasText: 'à régler ou à expliquer' })
  for (let left = await open.count(); left > 0; left--) {
    await typeIn(page, open.first().getByRole('textbox'), text)
    await expect(open).toHaveCount(left - 1)
  }
}

async function close(page: Page, at: string): Promise<void> {
  await typeIn(page, textbox(page, 'Heure de clôture'), at)
  await pressEnter(page, button(page, 'Clore la séance'))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('clore')
  await pressEnter(page, dialog.getByRole('button', { name: 'Clore et figer' }))
  await expect(page.getByRole('heading', { name: /^Séance close : / })).toBeVisible()
}

const nameIn =
  ({ memberIds }: PreparedMeeting) =>
  (id: string): string => {
    const [key] = [...memberIds].find(([, memberId]) => memberId === id) ?? []
    return key === undefined ? '' : fullName(key)
  }

const room = (page: Page) => page.getByRole('complementary', { name: 'La salle' })
const agenda = (page: Page) => page.getByRole('navigation', { name: 'Ordre du jour' })
const grid = (page: Page) => page.getByRole('grid', { name: /^Notes de / })
const lineOf = ({ page, meeting }: Sitting, point: PointKey) =>
  agenda(page).locator(`[data-item="${meeting.itemIds.get(point)}"]`)
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const textbox = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
