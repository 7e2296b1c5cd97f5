import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { cliDesk } from './support/cliDesk.ts'

it('[CLI13] one candidature is shown whole, with its amount as written and its doubts', async () => {
  const desk = cliDesk()
  onTestFinished(() => desk.remove())
  await desk.done(['create', 'a.delibere'])
  writeFileSync(
    join(desk.folder, 'a.csv'),
    'Demandeur;Projet;Montant demandé;Département\nMairie de Rennes;Guichet;77 600 € sur dépense subventionnable de 98 000 € HT;35\nBrest;Portail;1,5 M€;29\n',
  )
  await desk.done(['import', 'a.delibere', 'a.csv', '--kind', 'csv', '--call', 'A'])
  const shown = await desk.done(['show', 'a.delibere', '1'])
  expect(shown.stdout.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(
    /^Candidature n° 1 : Guichet\n {2}Appel : A\n {2}Demandeur : Mairie de Rennes, commune\n {2}Code : 35238\n {2}SIREN : 213502388\n {2}Population : \d+ \d{3} habitants\n {2}Département : 35 – Ille-et-Vilaine\n {2}Montant écrit : « 77 600 € sur dépense subventionnable de 98 000 € HT »\n {2}Demandé : 77 600,00 € HT\n {2}Dépense éligible : 98 000,00 € HT\n {2}Source : a\.csv, ligne 2\n$/,
  )
  const doubtful = await desk.ask<{ candidature: object }>(['show', 'a.delibere', '2'])
  expect(doubtful.candidature).toMatchObject({
    requestedCents: null,
    amountAsWritten: '1,5 M€',
    toCheck: ['amount'],
  })
  const absent = await desk.type(['show', 'a.delibere', '9', '--json'])
  expect([absent.exitCode, JSON.parse(absent.stdout).code]).toEqual([1, 'entity.missing'])
})
