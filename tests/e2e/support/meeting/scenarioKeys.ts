import { expect, type Page } from '@playwright/test'
import type { MeetingAct } from '../../../../scripts/meeting/meetingActs.ts'
import { takenOutOf } from '../../../../scripts/meeting/playMeeting.ts'
import type { PreparedMeeting } from '../../../../scripts/meeting/prepareMeeting.ts'
import { callBridge } from '../callBridge.ts'
import { pressEnter, reach, typeIn } from '../keyboard.ts'

/** From the ranking: a scenario by rank, one award taken out with the reason, adopted in the session that is open. */
export async function adoptScenario(
  { page, meeting }: { readonly page: Page; readonly meeting: PreparedMeeting },
  { name, reason }: Extract<MeetingAct, { readonly do: 'adopt-scenario' }>,
): Promise<void> {
  const places = page.getByRole('navigation', { name: 'Lieux' })
  await pressEnter(page, places.getByRole('link', { name: 'Classement' }))
  await pressEnter(page, page.getByRole('link', { name: 'Essayer des scénarios' }))
  await pressEnter(page, page.getByRole('button', { name: 'Partir du classement' }))
  await typeIn(page, page.getByRole('textbox', { name: 'Nom du scénario' }), name)
  const ranking = await callBridge(page, 'ranking.get', { callId: meeting.callId })
  const takenOut = takenOutOf(ranking)
  const row = page
    .getByRole('table', { name: `Montants du scénario ${name}` })
    .getByRole('row')
    .filter({ hasText: takenOut?.applicant ?? '' })
    .filter({ hasText: takenOut?.title ?? '' })
  await typeIn(page, row.getByRole('textbox', { name: /^Montant pour/ }), '')
  const why = row.getByRole('textbox', { name: /^Motif pour/ })
  await expect(why).toBeVisible()
  await typeIn(page, why, reason)
  await expect(page.getByText(`Motif : ${reason}`)).toBeAttached()
  await pressEnter(page, page.getByRole('button', { name: 'Adopter ce scénario' }))
  const adopt = page.getByRole('dialog').getByRole('button', { name: 'Adopter', exact: true })
  await reach(page, adopt)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: `${name} · adopté` })).toBeChecked()
}
