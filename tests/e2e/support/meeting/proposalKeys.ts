import type { Page } from '@playwright/test'
import type { InputOf } from '#shared/contract/contract.ts'
import { chooseAmong, chooseInList, downTo, pressEnter, reach, typeIn } from '../keyboard.ts'
import { goToStep } from './goToStep.ts'

export type Proposal = InputOf<'session.decide'>['proposal']
type Vote = NonNullable<Proposal['vote']>

const opinionLabels = {
  favourable: 'Favorable',
  reserved: 'Avec réserves',
  unfavourable: 'Défavorable',
  deferred: 'Ajourné',
  inadmissible: 'Irrecevable',
} as const

/** What the secretary keys on a point, beside what is already proposed; the point has the keys, no field has. */
export async function keyProposal(
  page: Page,
  proposal: Proposal,
  room: { readonly isMilestone: boolean; nameOf(memberId: string): string },
): Promise<void> {
  const opinion =
    room.isMilestone && proposal.opinion === 'reserved'
      ? 'Poursuite sous conditions'
      : opinionLabels[proposal.opinion]
  const opinions = page.getByRole('radiogroup', { name: /^(Avis|Décision)$/ })
  const isProposed = await opinions.getByRole('radio', { name: opinion, exact: true }).isChecked()
  if (!isProposed) {
    await goToStep(page, 5)
    await chooseAmong(page, opinions, opinion)
  }
  const waiting = page.getByRole('checkbox', { name: /^Inscrire en liste complémentaire/ })
  if (proposal.waitingList && !(await waiting.isChecked())) {
    await reach(page, waiting)
    await page.keyboard.press('Space')
  }
  const { departure = '', conditions, rationale } = proposal
  if (departure !== '') await typeIn(page, field(page, 'Pourquoi s’écarter du classement'), departure)
  if (conditions !== '')
    await typeIn(page, field(page, /^(Conditions de la poursuite|Conditions ou réserves)$/), conditions)
  if (rationale.legal !== '') await typeIn(page, field(page, 'Motifs de droit'), rationale.legal)
  if (rationale.factual !== '') await typeIn(page, field(page, 'Motifs de fait'), rationale.factual)
  if (proposal.vote !== null) await keyVote(page, proposal.vote, room.nameOf)
}

/** The figures that differ from those of a room that is all for. */
export async function keyVote(page: Page, vote: Vote, nameOf: (memberId: string) => string): Promise<void> {
  const methods = { 'show-of-hands': 'Main levée', 'roll-call': 'Scrutin public', secret: 'Secret' } as const
  if (vote.method !== 'show-of-hands') {
    await goToStep(page, 6)
    await chooseAmong(page, page.getByRole('radiogroup', { name: 'Mode de scrutin' }), methods[vote.method])
  }
  if (vote.requestedBy?.length) await keyRequesters(page, vote.requestedBy.map(nameOf))
  if (vote.named !== null && vote.named !== undefined) await keyRollCall(page, vote.named, nameOf)
  else {
    const figures = [
      ['Contre', vote.against],
      ['Abstention', vote.abstention],
      ['Blancs', vote.blank ?? 0],
      ['Nuls', vote.spoiled ?? 0],
    ] as const
    for (const [label, figure] of figures) {
      const count = page.getByRole('textbox', { name: label, exact: true })
      if ((await count.count()) === 0 || (await count.inputValue()) === String(figure)) continue
      await goToStep(page, 6)
      await typeIn(page, count, String(figure))
    }
  }
  if (vote.chairBallot === 'for' && vote.for === vote.against) {
    await chooseAmong(page, page.getByRole('radiogroup', { name: 'Voix de la présidence' }), 'Pour')
  }
  for (const { memberId, text } of vote.disagreements) await keyDisagreement(page, nameOf(memberId), text)
}

async function keyRequesters(page: Page, names: readonly string[]): Promise<void> {
  await pressEnter(page, page.getByRole('button', { name: /^Demandé par/ }))
  for (const name of names) {
    await downTo(page, page.getByRole('menuitemcheckbox', { name, exact: true }))
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Escape')
}

/** One letter for each voter: the keys go on to the next by themselves. */
async function keyRollCall(
  page: Page,
  named: NonNullable<Vote['named']>,
  nameOf: (memberId: string) => string,
): Promise<void> {
  const letters = { for: 'p', against: 'c', abstention: 'a', 'not-taking-part': 'n' } as const
  for (const [memberId, ballot] of Object.entries(named)) {
    await reach(page, page.getByRole('radiogroup', { name: nameOf(memberId), exact: true }))
    await page.keyboard.press(letters[ballot])
  }
}

async function keyDisagreement(page: Page, name: string, text: string): Promise<void> {
  await pressEnter(page, page.getByText('Faire noter un désaccord', { exact: true }))
  await chooseInList(page, page.getByLabel('Membre en désaccord'), name.slice(0, 1))
  await typeIn(page, field(page, `Désaccord de ${name}`), text)
}

const field = (page: Page, name: string | RegExp) =>
  page.getByRole('textbox', { name, exact: typeof name === 'string' })
