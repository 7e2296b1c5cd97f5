import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '#tests/support/axe.ts'
import { type LaunchedBrowserHost, launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { openServer, type RunningServer } from '../../scripts/laptops/openServer.ts'
import { callBridge } from './support/callBridge.ts'
import { pressEnter, reach, typeIn, walkList, watchPointer } from './support/keyboard.ts'
import { goTo, press } from './support/screen.ts'
import { correctElsewhere } from './support/sharing/correctElsewhere.ts'
import {
  decideEverything,
  openSession,
  type PreparedCommittee,
  passphrase,
  prepareCommittee,
} from './support/sharing/sharedCommittee.ts'

// One committee on its real screens, with a real server and a real room: the secretariat, who holds the room, a member who
// sits in it, and the chair, who stays at home. The shortest of what `npm run demo -- sync` tells.

test.use({ actionTimeout: 30_000 })
test('[E2E3] a committee shares its file, meets without the server, and finds itself again', async () => {
  // 2.4 minutes on a machine of two cores with ten other things to do.
  test.setTimeout(480_000)
  const folder = mkdtempSync(join(tmpdir(), 'delibere-together-'))
  mkdirSync(join(folder, 'server'))
  const listenAt = (listen: string) => openServer({ dataFolder: join(folder, 'server'), listen })
  let server: RunningServer = await listenAt('127.0.0.1:0')
  const { origin, invitation } = server
  const listen = new URL(origin).host
  const hosts = new Map<string, LaunchedBrowserHost>()
  const start = async (name: string): Promise<LaunchedBrowserHost> => {
    const userDataDir = join(folder, name)
    const host = await launchBrowserHost({ userDataDir })
    await host.page.setViewportSize(meetingRoom)
    hosts.set(name, host)
    return host
  }
  try {
    let secretariat = await start('secretariat')
    const committee = await prepareCommittee(secretariat)

    await test.step('the secretariat puts its file on the server, without a mouse', async () => {
      const { page } = secretariat
      const gestures = await watchPointer(page)
      await pressEnter(page, trustLine(page).getByRole('button', { name: /n’est que sur ce portable/ }))
      await typeIn(page, page.getByLabel('Invitation, ou adresse du serveur'), invitation ?? '')
      await pressEnter(page, page.getByRole('button', { name: 'Interroger ce serveur' }))
      await expect(page.getByText(`Un serveur Délibéré répond à ${origin}.`)).toBeVisible()
      await pressEnter(page, page.getByRole('button', { name: 'Relier et envoyer' }))
      await expectAgreed(page)
      expect(await gestures()).toEqual([])
    })

    const member = await start('chloe')
    await test.step('a member joins from the first screen', () =>
      joinCommittee(secretariat.page, member.page, 'Chloé Exemple', 'Membre'))
    const chair = await start('ada')
    await test.step('so does the chair', () =>
      joinCommittee(secretariat.page, chair.page, 'Ada Exemple', 'Présidence'))

    await test.step('the server stops: the member marks at home, and the line says what waits', async () => {
      await server.stop()
      await expect(trustLine(member.page)).toContainText('Sans réseau')
      await markFirst(member.page, 'Chloé Exemple')
      await expect(trustLine(member.page)).toContainText(
        /changements? à envoyer, sans réseau.* : tout est enregistré ici/,
      )
      await look(member.page, 'marking without the server')
    })

    await test.step('the server is back: everything leaves', async () => {
      server = await listenAt(listen)
      for (const page of [member.page, secretariat.page, chair.page]) {
        await goToSharing(page)
        await press(page, 'Envoyer et recevoir maintenant')
        await expectAgreed(page)
      }
    })

    await test.step('two correct the same amount: the secretariat sees both values, and puts its own again', async () => {
      const { page } = secretariat
      const [candidatureId] = committee.candidatureIds
      await goToSharing(page)
      await press(page, 'Suspendre')
      await expect(trustLine(page)).toContainText('Envois suspendus')
      await callBridge(page, 'candidature.change', { candidatureId, set: { requestedCents: 1_200_000 } })
      await correctElsewhere(page, join(folder, 'instructor'), {
        candidatureId,
        set: { requestedCents: 1_100_000 },
      })
      await press(page, 'Reprendre les envois')
      await pressEnter(page, trustLine(page).getByRole('button', { name: /1 changement à régulariser/ }))
      const compared = page
        .getByRole('table', { name: /^Valeur par valeur/ })
        .getByRole('row')
        .nth(1)
      await expect(compared.getByRole('cell')).toHaveText([/^12\s000/, /^11\s000/])
      await look(page, 'two values')
      await pressEnter(page, page.getByRole('button', { name: /^Remettre ma saisie : / }))
      await expect(page.getByRole('heading', { name: 'Rien à régulariser' })).toBeVisible()
      await expectAgreed(page)
      const amountOf = async ({ page: screen }: LaunchedBrowserHost) =>
        (await callBridge(screen, 'candidature.get', { candidatureId })).candidature.requestedCents
      await expect.poll(() => amountOf(member), { timeout: patience }).toBe(1_200_000)
    })

    await test.step('a recused member’s screen loses the dossier', async () => {
      await callBridge(secretariat.page, 'recusal.declare', {
        candidatureId: committee.candidatureIds[1],
        memberId: committee.chloe,
        reason: 'adjointe au maire',
        legalBasis: 'cgct-l2131-11',
      })
      await goTo(member.page, 'Candidatures')
      const grid = member.page.getByRole('grid', { name: 'Candidatures' })
      await expect(grid.getByText('Molac', { exact: true })).toHaveCount(0)
      await expect(grid.getByText('Berric', { exact: true })).toBeVisible()
      await look(member.page, 'a dossier less')
    })

    const hub = await test.step('the room is opened; the member reads the code and enters', async () => {
      const { page } = secretariat
      await goTo(page, 'Salle')
      await pressEnter(page, page.getByRole('button', { name: 'Ouvrir la salle' }))
      await expect(page.getByText('Code', { exact: true })).toBeVisible()
      const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText()
      const { port } = (await callBridge(page, 'room.state', {})) ?? { port: 0 }
      await server.stop()
      await goTo(member.page, 'Salle')
      await typeIn(member.page, member.page.getByLabel('Code de la salle'), code.toLowerCase())
      await typeIn(member.page, member.page.getByLabel('Adresse'), `127.0.0.1:${port}`)
      await pressEnter(member.page, member.page.getByRole('button', { name: 'Entrer dans la salle' }))
      await expect(member.page.getByRole('heading', { name: /^Vous êtes dans la salle/ })).toBeVisible()
      await expect(trustLine(page)).toContainText('Salle de ce portable : 2 portables')
      await expect(trustLine(member.page)).toContainText(/^.*Salle .* : 2 portables/)
      return { port }
    })

    await test.step('a mark appears on the other screen', async () => {
      await openSession(secretariat.page, committee)
      await showPoint(secretariat.page, committee)
      const row = secretariat.page.getByRole('gridcell', { name: /^Chloé Exemple, / })
      await expect(row.nth(0)).toHaveText('3')
      await expect(row.nth(1)).not.toHaveText('4')
      await pressEnter(member.page, member.page.getByRole('link', { name: 'Aller à mes notes' }))
      await openPile(member.page, 'Chloé Exemple')
      // The sheet was begun: the first criterion without a mark has the keys.
      await expect(member.page.getByRole('radiogroup').nth(1).locator(':focus')).toBeVisible()
      await member.page.keyboard.press('Digit4')
      await expect(row.nth(1)).toHaveText('4')
      await look(secretariat.page, 'the mark arrived')
    })

    await test.step('a guest fills a sheet on a telephone', async () => {
      const slip = await inviteGuest(secretariat.page, 'Driss Exemple')
      await fillAsGuest(member.page, `https://127.0.0.1:${hub.port}/`, slip)
      await press(secretariat.page.getByRole('dialog'), 'C’est noté')
      await showPoint(secretariat.page, committee)
      const cell = secretariat.page.getByRole('gridcell', { name: /^Driss Exemple, / }).first()
      await expect(cell).toHaveText('5')
    })

    await test.step('the program of the room is killed and started again: the room goes on', async () => {
      await secretariat.kill()
      await expect(trustLine(member.page)).toContainText('La salle ne répond plus')
      await look(member.page, 'the room is silent')
      secretariat = await start('secretariat')
      await unlock(secretariat.page)
      await goTo(member.page, 'Envoyer et recevoir')
      await press(member.page, 'Envoyer et recevoir maintenant')
      await expect(trustLine(member.page)).toContainText(/: 2 portables/)
      await expect(trustLine(secretariat.page)).toContainText('Salle de ce portable : 2 portables')
    })

    await test.step('the session is closed in the room', async () => {
      const { page } = secretariat
      await decideEverything(page, committee)
      await closeSession(page, committee)
      await look(page, 'closed in the room')
      await expect
        .poll(
          async () =>
            (await callBridge(member.page, 'session.get', { sessionId: committee.sessionId })).session.status,
        )
        .toBe('closed')
    })

    await test.step('the room is closed: the member is told, and follows the server again by himself', async () => {
      const { page } = secretariat
      await goTo(page, 'Salle')
      await press(page, 'Fermer la salle…')
      await press(page.getByRole('dialog'), 'Fermer la salle')
      await expect(page.getByRole('dialog')).toContainText('tout est gardé ici et partira')
      await press(page, 'C’est noté')
      await look(page, 'the room is kept')
      const told = member.page.getByRole('region', { name: 'Fin de la salle' })
      await expect(told).toContainText(
        'est fermée. Ce que vous y avez écrit est enregistré ici, et ce portable suit de nouveau le serveur.',
      )
      await expect(trustLine(member.page)).toContainText(/[Ss]ans réseau/)
      await look(member.page, 'told that the room is over')
      await press(told, 'J’ai compris')
      await expect(told).toHaveCount(0)
    })

    await test.step('the chair, who was not there, marks too late; it is said, and let go', async () => {
      await markFirst(chair.page, 'Ada Exemple')
      server = await listenAt(listen)
      for (const page of [secretariat.page, member.page]) {
        await goToSharing(page)
        await press(page, 'Envoyer et recevoir maintenant')
        await expectAgreed(page)
      }
      await expect
        .poll(() => callBridge(secretariat.page, 'room.state', {}), { timeout: patience })
        .toBeNull()
      await goToSharing(chair.page)
      await press(chair.page, 'Envoyer et recevoir maintenant')
      await letEverythingGo(chair.page)
    })

    await test.step('every copy says the same of the session', async () => {
      const views = []
      for (const { page } of [secretariat, chair]) {
        const { session } = await callBridge(page, 'session.get', { sessionId: committee.sessionId })
        views.push(session.closing)
      }
      expect(views[0]).not.toBeNull()
      expect(views[1]).toEqual(views[0])
    })
  } finally {
    for (const host of hosts.values()) await host.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

const meetingRoom = { width: 1366, height: 768 }
const patience = 60_000
const trustLine = (page: Page) => page.getByRole('contentinfo')

/** axe in both schemes, for what the screens of sharing, looked at one by one elsewhere, do not show. */
const look = (page: Page, name: string): Promise<void> => expectAccessible(page, name)

const expectAgreed = (page: Page): Promise<void> =>
  expect(trustLine(page)).toContainText('Tout est envoyé et reçu', { timeout: patience })

async function goToSharing(page: Page): Promise<void> {
  await goTo(page, 'Envoyer et recevoir')
  await expect(page.getByRole('button', { name: 'Envoyer et recevoir maintenant' })).toBeVisible()
}

/** The secretariat prepares an invitation on its screen; it is pasted on the first screen of the other laptop. */
async function joinCommittee(secretary: Page, joining: Page, name: string, role: string): Promise<void> {
  await goTo(secretary, 'Envoyer et recevoir')
  await secretary.getByRole('tab', { name: 'Personnes et portables' }).click()
  await pressEnter(secretary, secretary.getByRole('button', { name: 'Inviter une personne' }))
  const dialog = secretary.getByRole('dialog')
  await typeIn(secretary, dialog.getByLabel('Nom', { exact: true }), name)
  await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
  await walkList(secretary, dialog.getByLabel('Membre du comité'), name)
  await pressEnter(secretary, dialog.getByRole('button', { name: 'Préparer l’invitation' }))
  const given = (await dialog.getByText(/^https:\/\/\S+#\S+$/).innerText()).trim()
  await pressEnter(secretary, dialog.getByRole('button', { name: 'C’est transmis' }))

  await pressEnter(joining, joining.getByRole('button', { name: /^Rejoindre un comité/ }))
  await typeIn(joining, joining.getByLabel('Invitation, ou adresse du serveur'), given)
  await pressEnter(joining, joining.getByRole('button', { name: 'Interroger ce serveur' }))
  await pressEnter(joining, joining.getByRole('button', { name: 'Continuer' }))
  await typeIn(joining, joining.getByLabel('Phrase secrète', { exact: true }), passphrase)
  await typeIn(joining, joining.getByLabel('La même, une seconde fois'), passphrase)
  await pressEnter(joining, joining.getByRole('button', { name: /^Choisir l’emplacement et recevoir/ }))
  await expect(joining.getByRole('heading', { name: 'Votre code de secours' })).toBeVisible({
    timeout: patience,
  })
  await pressEnter(joining, joining.getByRole('button', { name: 'J’ai noté ce code' }))
  await expectAgreed(joining)
  await look(joining, `first screen of ${name}`)
}

/** One's own pile, at once: nobody is asked who marks. Then its first sheet. */
async function openPile(page: Page, name: string): Promise<void> {
  await goTo(page, 'Mes notes', name)
  await expect(page.getByRole('button', { name: 'Changer d’évaluateur' })).toHaveCount(0)
  await pressEnter(page, page.getByRole('button', { name: /^(Commencer à noter|Reprendre)$/ }))
  await expect(page.getByRole('radiogroup').locator(':focus')).toBeVisible()
}

/** The first criterion of the first sheet: 3. */
async function markFirst(page: Page, name: string): Promise<void> {
  await openPile(page, name)
  await page.keyboard.press('Digit3')
  await expect(page.getByRole('radiogroup').first().getByRole('radio', { checked: true })).toHaveText('3')
}

async function showPoint(page: Page, { sessionId }: PreparedCommittee): Promise<void> {
  const { items } = await callBridge(page, 'session.get', { sessionId })
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    `/seances/${sessionId}?point=${items.find(({ number }) => number === 1)?.itemId}`,
  )
  await expect(page.getByRole('grid', { name: /^Notes de / })).toBeVisible()
}

async function inviteGuest(page: Page, name: string): Promise<string> {
  await goTo(page, 'Salle')
  await page.getByRole('tab', { name: 'Invités sans l’application' }).click()
  await walkList(page, page.getByLabel('Membre à inviter'), name)
  await pressEnter(page, page.getByRole('button', { name: 'Donner un code' }))
  const code = await page
    .getByRole('dialog')
    .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .innerText()
  return code
}

/** On a telephone that has only a browser, which does not know the certificate of the room. */
async function fillAsGuest(beside: Page, address: string, code: string): Promise<void> {
  const browser = beside.context().browser()
  const context = await browser?.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 390, height: 844 },
  })
  if (context === undefined) throw new Error('no browser')
  const telephone = await context.newPage()
  await telephone.goto(address)
  await telephone.getByLabel('Votre code personnel').fill(code)
  await look(telephone, 'guest, code')
  await telephone.keyboard.press('Enter')
  await expect(telephone.getByRole('heading', { name: 'Driss Exemple, vos fiches' })).toBeVisible()
  await look(telephone, 'guest, pile')
  await telephone.getByRole('button', { name: /Berric/ }).click()
  await expect(telephone.getByRole('button', { name: 'Déposer la fiche' })).toBeVisible()
  const first = telephone.getByLabel('Commentaire').first()
  await first.fill('Avant la note.')
  await telephone.reload()
  await telephone.getByRole('button', { name: /Berric/ }).click()
  await expect(first).toHaveValue('Avant la note.')
  for (const field of await telephone.getByLabel('Note', { exact: true }).all()) {
    await field.selectOption({ index: 6 })
  }
  for (const field of await telephone.getByLabel('Commentaire').all()) await field.fill('Vu au téléphone.')
  await look(telephone, 'guest, sheet')
  const wide = await telephone.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await telephone.getByRole('button', { name: 'Déposer la fiche' }).click()
  await expect(telephone.getByText(/^Fiche déposée\./)).toBeVisible({ timeout: patience })
  await look(telephone, 'guest, filed')
  await context.close()
}

async function unlock(page: Page): Promise<void> {
  await pressEnter(page, page.getByRole('button', { name: /Petit comité/ }))
  await typeIn(page, page.getByRole('textbox', { name: 'Phrase secrète' }), passphrase)
  await pressEnter(page, page.getByRole('button', { name: 'Ouvrir le fichier', exact: true }))
  await expect(page.getByRole('navigation', { name: 'Lieux' })).toBeVisible({ timeout: patience })
}

async function closeSession(page: Page, { sessionId }: PreparedCommittee): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `/seances/${sessionId}?point=cloture`)
  await look(page, 'before the closing')
  await typeIn(page, page.getByRole('textbox', { name: 'Heure de clôture' }), '00:20')
  await pressEnter(page, page.getByRole('button', { name: 'Clore la séance' }))
  const dialog = page.getByRole('dialog')
  await reach(page, dialog.getByRole('textbox'))
  await page.keyboard.type('clore')
  await pressEnter(page, dialog.getByRole('button', { name: 'Clore et figer' }))
  await expect(page.getByRole('heading', { name: /^Séance close : / })).toBeVisible()
}

async function letEverythingGo(page: Page): Promise<void> {
  const asked = trustLine(page).getByRole('button', { name: /à régulariser/ })
  await expect(asked).toBeVisible({ timeout: patience })
  await pressEnter(page, asked)
  await expect(
    page.getByText('La séance était close').or(page.getByText('Le dossier était décidé')).first(),
  ).toBeVisible()
  const first = page.getByRole('main').getByRole('button', { name: /^Laisser : / })
  for (let left = await first.count(); left > 0; left--) {
    await pressEnter(page, first.first())
    await pressEnter(page, page.getByRole('dialog').getByRole('button', { name: 'Laisser', exact: true }))
    await expect(first).toHaveCount(left - 1)
  }
  await expect(page.getByRole('heading', { name: 'Rien à régulariser' })).toBeVisible()
  await expectAgreed(page)
}
