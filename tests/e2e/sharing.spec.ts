import { expect, type Locator, type Page, test } from '@playwright/test'
import type { SyncState, UnfinishedRoom } from '#shared/contract/syncAnswers.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { expectAccessible } from '#tests/support/axe.ts'
import { type LaunchedBrowserHost, launchBrowserHost } from '#tests/support/launchBrowserHost.ts'
import { callBridge } from './support/callBridge.ts'
import { chooseInList, pressEnter, reach, typeIn, watchPointer } from './support/keyboard.ts'
import { expectFits } from './support/layout.ts'
import { press } from './support/screen.ts'
import { always, type FakeSharing, fakeSharing } from './support/sharing/fakeSharing.ts'
import { agreed, alone, people, refused, room } from './support/sharing/sharingSamples.ts'

// Every state of a shared file on the real screens; the other laptops are played at the edge of the host.

let host: LaunchedBrowserHost
let page: Page
let fake: FakeSharing
let complaints: string[]

async function start(): Promise<void> {
  host = await launchBrowserHost()
  page = host.page
  complaints = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.setViewportSize({ width: 1366, height: 768 })
  fake = await fakeSharing(page)
}

async function expectSound(name: string): Promise<void> {
  await expectAccessible(page, name)
  await expectFits(page, name)
  await page.setViewportSize({ width: 1366, height: 768 })
  expect.soft(complaints, `${name}: console`).toEqual([])
}

/** The host tells a new state by itself, and answers it from now on. */
async function stand(state: SyncState): Promise<void> {
  fake.answer({ 'sync.state': always(state) })
  await fake.tell({ kind: 'sync-changed', state })
}

async function visit(address: string, sign: Locator): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await expect(sign).toBeVisible()
}

const trustLine = () => page.getByRole('contentinfo')
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const button = (name: string | RegExp) => page.getByRole('button', { name })

test.describe('[UI39] joining a committee from the first screen', () => {
  test.beforeAll(start)
  test.afterAll(() => host.close())

  test('an invitation pasted whole, a copy that stops and goes on', async () => {
    const invitation = 'https://delibere.exemple.fr/rejoindre#organisation=c&code=K7QF2M9P'
    fake.answer({
      'sync.look-at-server': ({ origin }) =>
        origin === invitation
          ? ok({ origin: 'https://delibere.exemple.fr', fingerprint: '9F2C 41D8' })
          : refuse('network.nobody-answers', { address: origin }),
      'file.choose': always({ path: '/nulle-part/Comité.delibere' }),
      'sync.join': () => refuse('first-sync.incomplete'),
      'sync.join-cancel': always(null),
    })
    await button(/Rejoindre un comité/).click()
    await expectSound('join, address')
    await page.getByLabel('Invitation, ou adresse du serveur').fill('https://ailleurs.exemple')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('Personne ne répond')
    await page.getByLabel('Invitation, ou adresse du serveur').fill(invitation)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Un serveur Délibéré répond à https://delibere.exemple.fr.')).toBeVisible()
    await expect(page.getByLabel('Invitation', { exact: true })).toHaveValue(invitation)
    await expectSound('join, server')
    await press(page, 'Continuer')
    await page.getByLabel('Phrase secrète', { exact: true }).fill('quatre mots sans rapport')
    await page.getByLabel('La même, une seconde fois').fill('quatre mots sans rapport')
    await press(page, 'Choisir l’emplacement et recevoir la copie')
    await expect(page.getByRole('alert')).toContainText('Ce qui est déjà reçu est gardé')
    await fake.tell({ kind: 'progress', label: 'Première copie', done: 3, total: 8 })
    await expect(page.getByText('3 parties sur 8')).toBeVisible()
    await expectSound('join, interrupted')
    await press(page, 'Reprendre la copie')
    const joined = `sync.join ${JSON.stringify({
      origin: 'https://delibere.exemple.fr',
      invitation,
      path: '/nulle-part/Comité.delibere',
      passphrase: 'quatre mots sans rapport',
    })}`
    await expect
      .poll(() => fake.asked.filter((each) => each.startsWith('sync.join')))
      .toEqual([joined, joined])
  })
})

test.describe('a file that several laptops share', () => {
  let sessionId: string
  let candidatureId: string

  test.beforeAll(async () => {
    await start()
    fake.answer({ 'sync.state': always(alone), 'sync.standings': always([]) })
    await button('Ouvrir l’exemple').click()
    await press(page, 'Entrer dans l’exemple')
    await expect(page.getByRole('navigation', { name: 'Lieux' })).toBeVisible()
    const sessions = await callBridge(page, 'session.list', {})
    sessionId = sessions.find(({ status }) => status === 'planned')?.id ?? ''
    const calls = await callBridge(page, 'call.list', {})
    const query = { callId: calls[0]?.call.id ?? null, search: '', filters: {}, sort: 'number' } as const
    const found = await callBridge(page, 'candidature.list', {
      ...query,
      descending: false,
      offset: 0,
      limit: 1,
    })
    candidatureId = found.rows[0]?.id ?? ''
    fake.answer({
      'sync.to-regularise': always(refused),
      'sync.incidents': always([]),
      'sync.people.list': always(people),
      'room.unfinished': always({ rooms: [] }),
      'bundle.recipients': always([{ deviceId: 'd2', name: 'Portable de M. Tanguy', memberId: null }]),
      'room.look': always([{ name: 'Salle de Mme Le Goff', address: '192.168.1.20' }]),
    })
  })
  test.afterAll(() => host.close())
  test.beforeEach(() => stand(agreed()))

  test('[UI32] alone: the line says so, the screen says what sharing would bring', async () => {
    await stand(alone)
    await trustLine()
      .getByRole('button', { name: /Ce fichier n’est que sur ce portable/ })
      .click()
    await expect(heading('Partager, pour quoi faire')).toBeVisible()
    await expectSound('alone')
    fake.answer({
      'sync.look-at-server': always({ origin: 'https://delibere.exemple.fr', fingerprint: '9F2C 41D8' }),
      'sync.link': () => refuse('account.code-refused'),
    })
    await page.getByLabel('Invitation, ou adresse du serveur').fill('https://delibere.exemple.fr')
    await page.keyboard.press('Enter')
    await expect(heading('Ce qui sera envoyé')).toBeVisible()
    await page.getByLabel('Invitation', { exact: true }).fill('K7QF-2M9P')
    await press(page, 'Relier et envoyer')
    await expect(page.getByRole('alert')).toContainText('Ce code d’invitation n’est pas valable')
    await expectSound('alone, linking refused')
  })

  for (const [name, state, sentence] of [
    ['agreed', agreed(), /Tout est envoyé et reçu/],
    [
      'offline',
      agreed({ connection: 'offline', toSend: 3, why: 'network.no-network' }),
      /3 changements à envoyer/,
    ],
    [
      'refused',
      agreed({ connection: 'refused', toSend: 3, why: 'account.device-refused', mustEnrol: 'revoked' }),
      /la liaison est refusée/,
    ],
    ['paused', agreed({ connection: 'stopped', toSend: 1 }), /envois suspendus/],
    [
      'everything at once',
      agreed({ toRegularise: 3, incidents: 1, readOnly: 2, toSend: 1 }),
      /1 changement en cours d’envoi/,
    ],
    [
      'a long work',
      agreed({ progress: { what: 'attachments', done: 3, total: 12 } }),
      /Pièces jointes : 25 %/,
    ],
  ] as const)
    test(`[UI32] ${name}: the line and the screen say the same`, async () => {
      await stand(state)
      await visit('/envoyer', page.getByText(sentence).first())
      await expect(trustLine()).toContainText(sentence)
      await expectSound(`state, ${name}`)
    })

  test('[UI33] every refused writing: its rule, both values, and the two ways out by the keyboard', async () => {
    await stand(agreed({ toRegularise: 3 }))
    fake.answer({
      'sync.to-regularise': always(refused),
      'sync.take-up': always(null),
      'sync.let-go': always(null),
    })
    const gestures = await watchPointer(page)
    await visit('/appels', heading('Appels'))
    await pressEnter(page, trustLine().getByRole('button', { name: /3 changements à régulariser/ }))
    await expect(heading('3 changements à régulariser')).toBeVisible()
    await expect(page.getByRole('row', { name: /Montant demandé/ })).toContainText('≠ différent')
    await expectSound('to regularise')
    const [first, second, third] = refused
    await pressEnter(page, button(`Remettre ma saisie : ${first?.label}`))
    await expect.poll(() => fake.asked.at(-1)).toBe('sync.take-up {"cid":"c1","choice":"mine"}')
    await expect(button(`Reprendre : ${second?.label}`)).toHaveCount(0)
    await pressEnter(page, button(`Laisser : ${third?.label}`))
    await expect(page.getByRole('dialog')).toContainText('rien ne disparaît de l’historique')
    await expectSound('letting go')
    await page.keyboard.press('Escape')
    await expect(button(`Laisser : ${third?.label}`)).toBeFocused()
    await page.keyboard.press('Enter')
    await pressEnter(page, page.getByRole('dialog').getByRole('button', { name: 'Laisser', exact: true }))
    await expect.poll(() => fake.asked.at(-1)).toBe('sync.let-go {"cid":"c3"}')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await gestures()).toEqual([])
  })

  test('[UI33] nothing refused: the place says what would be there', async () => {
    fake.answer({ 'sync.to-regularise': always([]) })
    await stand(agreed())
    await visit('/envoyer?view=regulariser', heading('Rien à régulariser'))
    await expectSound('to regularise, empty')
  })

  test('[UI41] people: an invitation is shown once, a lost laptop is revoked knowingly', async () => {
    fake.answer({
      'sync.people.invite': always({
        invitation: 'https://delibere.exemple.fr/rejoindre#organisation=c&code=K7QF2M9P',
        expiresAt: '2026-11-29T13:00:00.000Z',
      }),
      'sync.people.revoke-device': always(null),
    })
    await visit('/envoyer?view=acces', button('Inviter une personne'))
    await expectSound('people')
    await press(page, 'Inviter une personne')
    await press(page, 'Préparer l’invitation')
    await expect(page.getByText('Donnez le nom de la personne.')).toBeVisible()
    await expectSound('people, inviting')
    await typeIn(page, page.getByLabel('Nom', { exact: true }), 'Jeanne Rouault')
    await page.getByLabel('Secrétariat').check()
    await press(page, 'Préparer l’invitation')
    await expect(page.getByRole('dialog')).toContainText('ne sert qu’une fois')
    await expectSound('people, invitation')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeVisible()
    await press(page, 'C’est transmis')
    await expect
      .poll(() => fake.asked.at(-1))
      .toBe(
        'sync.people.invite {"name":"Jeanne Rouault","email":"","mayHub":false,"role":"secretariat","memberId":null}',
      )
    await press(page, 'Gérer les accès de Yann Tanguy')
    await expectSound('people, one person')
    await press(page, 'Retirer le portable Portable de M. Tanguy')
    await page.getByLabel('Perdu ou volé').check()
    await expect(page.getByRole('dialog')).toContainText('ne peut pas être effacé à distance')
    await expectSound('people, revoking')
    await page.getByLabel('Tapez « RETIRER » pour confirmer').fill('retirer')
    await press(page, 'Retirer le portable')
    await expect
      .poll(() => fake.asked.at(-1))
      .toBe('sync.people.revoke-device {"deviceId":"d2","cause":"compromised"}')
  })

  test('[UI33] a key: given to one laptop, looked at before anything is taken', async () => {
    fake.answer({
      'file.choose': always({ path: '/media/cle/pour M. Tanguy.delibere-cle' }),
      'bundle.export': ({ path }) => ok({ path, sizeBytes: 340_400 }),
      'bundle.look': always({
        exportedBy: 'M. Tanguy',
        at: '2026-11-22T13:00:00.000Z',
        sizeBytes: 120_000,
        isForThisLaptop: true,
        hasPassphrase: false,
      }),
      'bundle.import': always({ taken: 12, known: 3, attachments: 1, waiting: 2 }),
    })
    await visit('/envoyer?view=cle', heading('Exporter vers une clé'))
    await expectSound('key')
    await press(page, 'Choisir la clé et exporter')
    await expect(page.getByText('Vous pouvez retirer la clé.')).toBeVisible()
    await press(page, 'Choisir le fichier sur la clé')
    await expect(page.getByText('M. Tanguy', { exact: true })).toBeVisible()
    expect(fake.asked.filter((each) => each.startsWith('bundle.import'))).toEqual([])
    await expectSound('key, looked at')
    await press(page, 'Importer')
    await expect(page.getByText('12 changements repris.')).toBeVisible()
    await expectSound('key, imported')
    fake.answer({ 'bundle.look': () => refuse('bundle.not-for-you') })
    await press(page, 'Choisir le fichier sur la clé')
    await expect(page.getByRole('alert')).toContainText('destiné à un autre poste')
  })

  test('[UI32] differences are shown until somebody has looked into them', async () => {
    await visit('/envoyer?view=ecarts', heading('Aucun écart'))
    await expectSound('differences, none')
    const sentence = 'La salle avait accepté la note de Mme Briand ; le serveur l’a jugée trop tardive.'
    fake.answer({
      'sync.incidents': always([{ id: '4', at: '2026-11-22T13:00:00.000Z', sentence, seen: false }]),
      'sync.incident-seen': always(null),
    })
    await stand(agreed({ incidents: 1 }))
    await expect(page.getByText(sentence)).toBeVisible()
    await expectSound('differences')
    await press(page, `J’ai examiné : ${sentence}`)
    await expect.poll(() => fake.asked.at(-1)).toBe('sync.incident-seen {"id":"4"}')
  })

  test('[UI43] a room whose laptop is lost: given up for a reason, told by the others, then made again', async () => {
    const laptop = (deviceId: string, person: string) => ({
      deviceId,
      person,
      laptop: `Portable de ${person}`,
    })
    const lost: UnfinishedRoom = {
      lease: 'lease-1',
      sessionId: 's1',
      session: { callName: 'Portail familles 2026', date: '2026-11-21' },
      hub: laptop('d1', 'Mme Le Goff'),
      isOwnHub: false,
      standing: 'open',
      told: [],
    }
    fake.answer({ 'room.unfinished': always({ rooms: [lost] }) })
    await stand(agreed({}))
    await visit('/envoyer', heading('Salles qui ne sont pas revenues'))
    await expectSound('a room that did not come back')
    await page.getByRole('button', { name: /ne reviendra pas/ }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button').last()
    await confirm.click()
    await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
    await dialog.getByRole('textbox').fill('Portable volé')
    await expectSound('giving up a room')
    const told = { ...lost, standing: 'voided' as const, told: [laptop('d2', 'M. Tanguy')] }
    fake.answer({ 'room.give-up': always(null), 'room.unfinished': always({ rooms: [told] }) })
    await confirm.click()
    await expect(page.getByText(/M\. Tanguy/)).toBeVisible()
    expect(fake.asked).toContain('room.give-up {"lease":"lease-1","reason":"Portable volé"}')
    await expectSound('a room that was given up')
    await page.getByRole('button', { name: /^Reconstituer la séance/ }).click()
    await expectSound('making a session again')
    fake.answer({ 'room.rebuild': always(null), 'room.unfinished': always({ rooms: [] }) })
    await dialog.getByRole('button').last().click()
    await expect(page.getByRole('link', { name: /écarts/i }).first()).toBeVisible()
    expect(fake.asked).toContain('room.rebuild {"lease":"lease-1"}')
    await expectSound('a session that was made again')
  })

  test('[UI35] opening the room from its session, by the keyboard', async () => {
    await stand(agreed({ connection: 'offline' }))
    fake.answer({ 'room.open': () => refuse('room.right-missing') })
    await visit(`/seances/${sessionId}`, page.getByRole('link', { name: 'Salle et portables' }))
    await pressEnter(page, page.getByRole('link', { name: 'Salle et portables' }))
    await expect(page.getByText('La salle s’ouvre quand même, en urgence')).toBeVisible()
    await chooseInList(page, page.getByLabel('Ouverte pendant'), '4')
    await reach(page, page.getByLabel(/Yann Tanguy/))
    await page.keyboard.press('Space')
    await expect(page.getByText('en premier')).toBeVisible()
    await expectSound('opening the room')
    await pressEnter(page, button('Ouvrir la salle'))
    await expect(page.getByRole('alert')).toContainText('n’a pas le droit d’ouvrir une salle')
    await expect
      .poll(() => fake.asked.at(-1))
      .toBe(`room.open ${JSON.stringify({ sessionId, successors: ['d2'], hours: 4 })}`)
  })

  test('[UI35] joining: the code in any hand, refusals with their remedy, what helps when nobody answers', async () => {
    fake.answer({ 'room.join': () => refuse('network.devices-isolated', { address: '192.168.1.20' }) })
    await visit('/salle?view=rejoindre', page.getByLabel('Code de la salle'))
    await expectSound('joining')
    await press(page, 'Choisir la salle Salle de Mme Le Goff')
    await expect(page.getByLabel('Adresse', { exact: true })).toHaveValue('192.168.1.20')
    await typeIn(page, page.getByLabel('Code de la salle'), 'k7qf 2m9p')
    await press(page, 'Entrer dans la salle')
    await expect(page.getByRole('alert')).toContainText('ne se voient pas')
    await expect
      .poll(() => fake.asked.at(-1))
      .toBe('room.join {"by":"code","code":"K7QF-2M9P","address":"192.168.1.20"}')
    await expectSound('joining, refused')
    await page.getByRole('link', { name: 'Si les portables ne se voient pas' }).click()
    await expect(heading('Partager la connexion du portable de la salle')).toBeVisible()
    await expectSound('isolated machines')
  })

  test('[UI36] holding the room: the door, the poster, the guests, the end', async () => {
    fake.answer({
      'room.state': always(room(sessionId)),
      'room.guest-invite': always({ code: 'H3PA-9KX1', page: 'https://192.168.1.20:17443/' }),
      'room.close': always({ standing: 'kept' }),
    })
    await stand(agreed({ follows: 'room', room: { sessionId, isHub: true, mayTakeOver: false } }))
    await visit('/salle', page.getByText('K7QF-2M9P'))
    await expectSound('holding the room')
    await press(page, 'Montrer en grand')
    await expect(page.getByRole('dialog').getByText('K7QF-2M9P')).toBeVisible()
    await expectSound('poster')
    await page.keyboard.press('Escape')
    await expect(button('Montrer en grand')).toBeFocused()
    await visit('/salle?view=invites', page.getByText('Jeanne Rouault'))
    await expectSound('guests')
    await press(page, 'Nouveau code pour Paul Hamon')
    await expect(page.getByRole('dialog')).toContainText('H3PA-9KX1')
    await expectSound('guest code')
    await page.keyboard.press('Escape')
    await press(page, 'C’est noté')
    await press(page, 'Fermer la salle…')
    await expect(page.getByRole('dialog')).toContainText('3 portables n’ont pas encore tout reçu')
    await expectSound('closing the room')
    await press(page, 'Fermer la salle')
    await expect(page.getByRole('dialog')).toContainText('tout est gardé ici et partira')
    await press(page, 'C’est noté')
  })

  for (const [name, changes] of [
    ['a door that was forced', { door: { ...door(), state: 'locked', wrongCodes: 12 } }],
    ['a closed door', { door: { ...door(), state: 'closed' } }],
    ['no network', { addresses: [] }],
    ['going back to the server', { standing: 'returning' }],
    ['kept until the server is reached', { standing: 'kept' }],
  ] as const)
    test(`[UI35] holding the room: ${name}`, async () => {
      fake.answer({ 'room.state': always(room(sessionId, changes)) })
      await stand(agreed({ follows: 'room', room: { sessionId, isHub: true, mayTakeOver: false } }))
      await fake.tell({ kind: 'room-changed' })
      await visit('/salle', heading('Salle').first())
      await expect(
        page
          .getByText(
            /codes faux|Plus personne n’entre|relié à aucun réseau|Gardez ce portable allumé|dès qu’il sera joint/,
          )
          .first(),
      ).toBeVisible()
      await expectSound(`holding the room, ${name}`)
    })

  test('[UI32] inside the room, then its laptop is lost', async () => {
    const inside = { follows: 'room', room: { sessionId, isHub: false, mayTakeOver: false } } as const
    fake.answer({
      'room.state': always(room(sessionId, { isHub: false, door: null })),
      'room.take-over': () => refuse('room.hub-answers'),
    })
    await stand(agreed(inside))
    await fake.tell({ kind: 'room-changed' })
    await visit('/salle', heading('Vous êtes dans la salle de Mme Le Goff'))
    await expect(trustLine()).toContainText('Salle de Mme Le Goff : 6 portables')
    await expect(page.getByText('continue d’arriver ici')).toBeVisible()
    fake.answer({ 'room.state': always(room(sessionId, { isHub: false, door: null, reachesCentre: false })) })
    await fake.tell({ kind: 'room-changed' })
    await expect(page.getByText('sera reçu au retour')).toBeVisible()
    await expectSound('inside')
    fake.answer({ 'room.state': always(room(sessionId, { isHub: false, door: null, mayTakeOver: true })) })
    await stand(agreed({ ...inside, connection: 'offline', room: { ...inside.room, mayTakeOver: true } }))
    await fake.tell({ kind: 'room-changed' })
    await visit('/appels', heading('Appels'))
    await trustLine()
      .getByRole('button', { name: /peut prendre la suite/ })
      .click()
    await press(page, 'Prendre la suite…')
    await expectSound('taking over')
    await press(page, 'Prendre la suite')
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('répond encore')
    await press(page, 'Revenir')
  })

  test('[UI37] a candidature says where it stands, in the list and on its page', async () => {
    fake.answer({
      'sync.standings': ({ entities }) =>
        ok(
          entities
            .filter((entity) => entity === `candidature/${candidatureId}`)
            .map((entity) => ({ entity, pending: 1, refused: 1, late: 0, isReadOnly: false })),
        ),
    })
    await stand(agreed({ toSend: 1, toRegularise: 1 }))
    await visit('/candidatures', page.getByRole('grid', { name: 'Candidatures' }))
    await expect(page.getByRole('row').filter({ hasText: 'À régulariser' })).toHaveCount(1)
    await expectSound('list with a standing')
    await visit(`/candidatures/${candidatureId}`, page.getByText('À envoyer', { exact: true }))
    await expect(page.getByRole('main').getByText(/À régulariser$/)).toBeVisible()
    await expectSound('candidature with a standing')
    fake.answer({ 'sync.standings': always([]) })
  })
})

function door() {
  const { door: shown } = room('s')
  if (shown === null) throw new Error('The room of the samples has a door.')
  return shown
}
