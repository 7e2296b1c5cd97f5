import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import type { RegisterCommand } from '../program.ts'
import { collected } from '../read/collected.ts'
import { choiceOf } from '../read/readChoice.ts'
import { issuerKindWords } from '../read/words.ts'

/** `issuer FILE show|set`: in whose name letters and acts leave. */
export const issuerCommand: RegisterCommand = (program, runner) => {
  const example =
    'delibere issuer comite.delibere set --name "Commune de Plouvara" --kind commune --town Plouvara --signatory "Anne Moal" --signatory-capacity "la maire"'
  const group = runner.gather(
    program.command('issuer').description('l’organisme au nom de qui partent lettres et actes'),
    example,
  )
  runner
    .prepare(
      group.command('show').description('montre cet organisme'),
      'delibere issuer comite.delibere show',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const issuer = await dispatcher.call('issuer.get', {})
        return issuer.ok ? said(issuer.value, issuerText(issuer.value)) : issuer
      }),
    )
  const set = runner
    .prepare(group.command('set').description('change ce qui est donné, et garde le reste'), example)
    .argument('<fichier>', 'le fichier du comité')
    .option(
      '--kind <genre>',
      'commune, EPCI, département, région, préfecture, établissement public ou autre',
      choiceOf(issuerKindWords),
    )
    .option('--address <ligne>', 'une ligne de l’adresse postale, à répéter', collected)
    .option('--agent-address <ligne>', 'une ligne de son adresse, à répéter', collected)
    .option('--court-address <ligne>', 'une ligne de son adresse, à répéter', collected)
  for (const [name, { words }] of Object.entries(texts)) set.option(`--${name} <texte>`, words)
  set.action((file: string, options: SetOptions) =>
    runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
      const known = await dispatcher.call('issuer.get', {})
      if (!known.ok) return known
      const next = changed(known.value, options)
      if (JSON.stringify(next) === JSON.stringify(known.value))
        return refused('input.invalid', 'Rien n’a été modifié : donnez au moins une option. Voyez --help.')
      const { id: _id, ...content } = next
      const set = await dispatcher.call('issuer.change', { set: content })
      return set.ok ? said(content, issuerText(next)) : set
    }),
  )
}

interface SetOptions extends SharedOptions {
  readonly kind?: Issuer['kind']
  readonly address?: readonly string[]
  readonly agentAddress?: readonly string[]
  readonly courtAddress?: readonly string[]
  readonly [text: string]: unknown
}

interface TextOption {
  readonly words: string
  readonly into: (issuer: Issuer, text: string) => Issuer
}

/** Options that are a text, by name. */
const texts: Readonly<Record<string, TextOption>> = {
  name: { words: 'nom de l’organisme', into: (issuer, name) => ({ ...issuer, name }) },
  siret: { words: 'son SIRET', into: (issuer, siret) => ({ ...issuer, siret }) },
  town: { words: 'ville où ses actes sont faits', into: (issuer, town) => ({ ...issuer, town }) },
  phone: { words: 'son téléphone', into: (issuer, phone) => ({ ...issuer, phone }) },
  email: { words: 'son adresse électronique', into: (issuer, email) => ({ ...issuer, email }) },
  website: { words: 'son site', into: (issuer, website) => ({ ...issuer, website }) },
  service: { words: 'service chargé des demandes', into: (issuer, service) => ({ ...issuer, service }) },
  agent: {
    words: 'personne qui suit les dossiers',
    into: (issuer, name) => ({ ...issuer, agent: { ...issuer.agent, name } }),
  },
  'agent-capacity': {
    words: 'sa qualité',
    into: (issuer, capacity) => ({ ...issuer, agent: { ...issuer.agent, capacity } }),
  },
  'agent-phone': {
    words: 'son téléphone',
    into: (issuer, phone) => ({ ...issuer, agent: { ...issuer.agent, phone } }),
  },
  'agent-email': {
    words: 'son adresse électronique',
    into: (issuer, email) => ({ ...issuer, agent: { ...issuer.agent, email } }),
  },
  signatory: {
    words: 'personne qui signe',
    into: (issuer, name) => ({ ...issuer, signatory: { ...issuer.signatory, name } }),
  },
  'signatory-capacity': {
    words: 'sa qualité, avec l’article : « la maire »',
    into: (issuer, capacity) => ({ ...issuer, signatory: { ...issuer.signatory, capacity } }),
  },
  'appeal-to': {
    words: 'à qui adresser un recours gracieux ; sinon, qui signe',
    into: (issuer, appealTo) => ({ ...issuer, appealTo }),
  },
  court: {
    words: 'tribunal administratif : « tribunal administratif de Rennes »',
    into: (issuer, name) => ({ ...issuer, court: { ...issuer.court, name } }),
  },
}

function changed(issuer: Issuer, options: SetOptions): Issuer {
  const { kind, address, agentAddress, courtAddress } = options
  const written = Object.entries(texts).reduce((next, [name, { into }]) => {
    const text = options[camelCase(name)]
    return typeof text === 'string' ? into(next, text) : next
  }, issuer)
  return {
    ...written,
    ...(kind === undefined ? {} : { kind }),
    ...(address === undefined ? {} : { address: address.join('\n') }),
    agent: {
      ...written.agent,
      ...(agentAddress === undefined ? {} : { address: agentAddress.join('\n') }),
    },
    court: {
      ...written.court,
      ...(courtAddress === undefined ? {} : { address: courtAddress.join('\n') }),
    },
  }
}

/** The name that the command library gives to « --agent-phone ». */
const camelCase = (name: string): string =>
  name.replaceAll(/-(.)/gu, (_, letter: string) => letter.toUpperCase())

function issuerText(issuer: Issuer): string {
  const { agent, signatory, court } = issuer
  const lines: readonly (readonly [string, string])[] = [
    ['Organisme', `${issuer.name || '(sans nom)'}, ${issuerKindWords[issuer.kind][0]}`],
    ['SIRET', issuer.siret],
    ['Adresse', onOneLine(issuer.address)],
    ['Fait à', issuer.town],
    ['Contact', joined([issuer.phone, issuer.email, issuer.website])],
    ['Service', issuer.service],
    [
      'Affaire suivie par',
      joined([agent.name, agent.capacity, onOneLine(agent.address), agent.phone, agent.email]),
    ],
    ['Signataire', joined([signatory.name, signatory.capacity])],
    ['Recours gracieux', issuer.appealTo],
    ['Tribunal', joined([court.name, onOneLine(court.address)])],
  ]
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} : ${value}`)
    .join('\n')
}

const onOneLine = (text: string): string => joined(text.split('\n'))

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')
