import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CliDesk, type CliRun, cliDesk } from './cliDesk.ts'

/** A desk on which one types whole lines; « c.delibere » holds a session that was closed. */
export interface ClosedDesk extends Pick<CliDesk, 'folder' | 'remove'> {
  /** Path of a file of the desk. */
  at(name: string): string
  /** A line that must succeed. */
  run(line: string): Promise<CliRun>
  type(line: string): Promise<CliRun>
  ask<T>(line: string): Promise<T>
}

/** Two associations, one served 10 000 €, one refused; a telephone number in the debate. Nothing is written of who signs. */
export async function closedDesk(): Promise<ClosedDesk> {
  const desk = cliDesk()
  const run = (line: string) => desk.done(wordsOf(line))
  const ask = <T>(line: string) => desk.ask<T>(wordsOf(line))
  await run(
    'create c.delibere --name "Commission numérique" --instance "commission interne" --authority "le conseil municipal de Plouvara" --place Mairie',
  )
  for (const [last, role] of [
    ['Moal', 'présidente'],
    ['Cadiou', 'secrétaire'],
    ['Riou', 'membre'],
  ] as const)
    await run(
      `member c.delibere add --first Anne --last "${last}" --capacity "membre du conseil" --role "${role}"`,
    )
  await run('call c.delibere add --name "Appel 2026" --envelope "60 000"')
  writeFileSync(
    join(desk.folder, 'candidatures.csv'),
    [
      'Porteur;Projet;Montant demandé',
      'Association Ti Lab;Portail des familles;10 000,00',
      'Association An Dour;Réservation en ligne;20 000,00',
    ].join('\r\n'),
  )
  await run('import c.delibere candidatures.csv --kind csv --call "Appel 2026"')
  await run(
    'session c.delibere plan --date 2026-03-12 --order number --convocation 2026-03-01 --convoked-by "la présidente" --sent-by courriel',
  )
  await run('session c.delibere attend --all')
  await run('session c.delibere open --at 14:00 --chair "Anne Moal" --secretary "Anne Cadiou"')
  const votes = '--votes 3,0,0 --at 14:30'
  await run('session c.delibere debate --candidature 1 --text "Le porteur se joint au 06 01 02 03 04."')
  await run(
    `session c.delibere decide --candidature 1 --opinion favorable --amount "10 000" --departure "premier inscrit" ${votes}`,
  )
  await run(
    `session c.delibere decide --candidature 2 --opinion défavorable --legal "Article 4" --factual "Déjà engagé" --departure "déjà engagé" ${votes}`,
  )
  const { closingChecks } = await ask<{
    closingChecks: { code: string; level: string; state: string }[]
  }>('session c.delibere show')
  for (const { code, level, state } of closingChecks)
    if (level === 'explain' && state === 'open')
      await run(`session c.delibere explain --check "${code}" --text Convenu.`)
  await run('session c.delibere close --at 16:00')
  return {
    folder: desk.folder,
    remove: desk.remove,
    at: (name) => join(desk.folder, name),
    run,
    ask,
    type: (line) => desk.type(wordsOf(line)),
  }
}

/** As a shell cuts them: at spaces, but for what stands between double quotes. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** Writes all that letters ask for: who signs, to whom they go, the act that followed. */
export async function prepareLetters({ run }: ClosedDesk): Promise<void> {
  await run(
    'issuer c.delibere set --name "Commune de Plouvara" --kind commune --town Plouvara --address "1 place de la Mairie" --address "22170 Plouvara" --agent "Denis Le Gall" --agent-capacity "chargé de mission" --agent-phone "02 96 00 00 01" --signatory "Ada Exemple" --signatory-capacity "la maire" --appeal-to "la maire de Plouvara" --court "le tribunal administratif de Rennes" --court-address "3 contour de la Motte" --court-address "35044 Rennes Cedex"',
  )
  for (const number of [1, 2])
    await run(
      `instruction c.delibere set --candidature ${number} --received 02/02/2026 --civility Madame --name "Hélène Morvan" --capacity présidente --address "1 rue du Port" --address "56230 Berric" --place métropole --nature fonctionnement --payment "en une fois" --lapses-on 2028-04-02 --to-return "un RIB" --obligation publier`,
    )
  await run(
    'session c.delibere act --nature délibération --number 2026-12 --date 2026-04-02 --authority "le conseil municipal de Plouvara"',
  )
}
