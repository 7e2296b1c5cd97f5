import type { ItemFacts, SessionFacts } from '../session/sessionFacts.ts'
import { frenchHour, ofName } from './typography.ts'

/**
 * What the minutes cannot do without and the facts do not hold [MN1], named in French; empty when complete. Items
 * PV-01 to PV-10 of CGCT L2121-15 and those of CRPA R133-13. Facts come from a stored file: a member that the type
 * promises may still be absent there.
 */
export function missingItems(facts: SessionFacts): readonly string[] {
  const seated = (facts.members ?? []).filter(
    ({ attendance }) => attendance === 'present' || attendance === 'represented',
  )
  const items = facts.items ?? []
  return [
    ...absent(facts.number, 'le numéro du procès-verbal'),
    ...absent(facts.instance?.name, 'le nom de l’instance'),
    ...(facts.instance?.type === 'commission_consultative_etat'
      ? absent(facts.instance.decidingAuthority, 'l’autorité à laquelle l’avis est transmis')
      : []),
    ...absent(facts.date, 'la date de la séance'),
    ...absent(facts.openedAt, 'l’heure d’ouverture de la séance'),
    ...absent(facts.closedAt, 'l’heure de levée de la séance'),
    ...absent(facts.place, 'le lieu de la séance'),
    ...absent(facts.convocation?.date, 'la date de la convocation'),
    ...absent(facts.convocation?.author, 'l’auteur de la convocation'),
    ...absent(facts.chair?.name, 'le nom de la personne qui préside'),
    ...(seated.length === 0 ? ['les noms des membres présents ou représentés'] : []),
    ...seated.flatMap(({ name, capacity }, index) => [
      ...absent(name, `le nom du membre n° ${index + 1}`),
      ...absent(capacity, `la qualité ${blank(name) ? `du membre n° ${index + 1}` : ofName(name)}`),
    ]),
    ...absent(facts.secretary?.name, 'le nom de la personne secrétaire de séance'),
    ...missingProxies(facts),
    ...missingQuorum(facts),
    ...(facts.pauses ?? []).flatMap(({ from, to }) => [
      ...absent(from, 'l’heure d’une suspension de séance'),
      ...(blank(to) ? [`l’heure de reprise de la séance suspendue à ${frenchHour(from)}`] : []),
    ]),
    ...(facts.members ?? []).flatMap(({ name, replaces }) =>
      replaces === null || replaces === undefined ? [] : absent(replaces, `le membre que supplée ${name}`),
    ),
    ...((facts.agenda ?? []).every(blank) ? ['l’ordre du jour'] : []),
    ...(items.length === 0 ? ['les questions traitées'] : []),
    ...items.flatMap(missingOfItem),
    ...(blank(facts.discussion) && items.every(({ debate }) => blank(debate))
      ? ['la teneur des discussions']
      : []),
    ...missingMoney(facts),
    ...(facts.openChecks ?? []).flatMap(({ sentence, explanation }) => [
      ...absent(sentence, 'l’intitulé d’un contrôle resté ouvert'),
      ...absent(explanation, `l’explication du contrôle « ${sentence} »`),
    ]),
    ...missingAnnexes(facts),
  ]
}

type Outcome = NonNullable<ItemFacts['outcome']>

const blank = (value: string | null | undefined): boolean => typeof value !== 'string' || value.trim() === ''

const absent = (value: string | null | undefined, name: string): readonly string[] =>
  blank(value) ? [name] : []

function missingProxies(facts: SessionFacts): readonly string[] {
  const givers = new Set((facts.proxies ?? []).map(({ giver }) => giver))
  return [
    ...(facts.proxies ?? []).flatMap(({ giver, holder, date }) => [
      ...absent(giver, `le mandant du pouvoir confié à ${holder}`),
      ...absent(holder, `le mandataire ${ofName(giver)}`),
      ...absent(date, `la date du pouvoir donné par ${giver}`),
    ]),
    ...(facts.members ?? [])
      .filter(({ attendance, name }) => attendance === 'represented' && !givers.has(name))
      .map(({ name }) => `le mandataire ${ofName(name)}`),
  ]
}

function missingQuorum({ openingQuorum, secondConvocation }: SessionFacts): readonly string[] {
  if (openingQuorum === undefined || openingQuorum === null) return ['le quorum']
  const known = openingQuorum.inOffice > 0 && (openingQuorum.required > 0 || !openingQuorum.applies)
  const first =
    !openingQuorum.applies && secondConvocation === null ? ['la date de la première convocation'] : []
  return known ? first : ['le quorum', ...first]
}

function missingOfItem(item: ItemFacts, index: number): readonly string[] {
  const name = itemName(item, index)
  if (item.kind === 'hearing')
    return absent(item.hearing?.guest, `la personne entendue au ${name.replace(/^le /u, '')}`)
  if (item.candidature === null) return absent(item.title, `l’intitulé du point n° ${index + 1}`)
  const { outcome } = item
  if (outcome === null || outcome === undefined) return [`le sens de la délibération sur ${name}`]
  return [
    ...absent(item.candidature.applicant, `le demandeur du ${name.replace(/^le /u, '')}`),
    ...absent(outcome.opinion, `le sens de la délibération sur ${name}`),
    ...(outcome.quorum === undefined ? [`le quorum constaté pour ${name}`] : []),
    ...missingVote(outcome, name),
    ...(outcome.waitingList && outcome.waitingRank === null
      ? [`le rang sur la liste complémentaire pour ${name}`]
      : []),
    ...(outcome.departs ? absent(outcome.departure, `le motif de l’écart au classement pour ${name}`) : []),
    ...missingFunding(outcome, name),
    ...item.recusals.flatMap(({ member, leftAt, returnedAt }) => [
      ...absent(member, `le nom du membre déporté sur ${name}`),
      ...absent(leftAt, `l’heure de sortie ${ofName(member)} pour ${name}`),
      ...absent(returnedAt, `l’heure de retour ${ofName(member)} pour ${name}`),
    ]),
  ]
}

function missingVote(outcome: Outcome, name: string): readonly string[] {
  const { vote } = outcome
  // No vote is asked to defer a dossier or to find it inadmissible.
  const needsVote = outcome.opinion !== 'deferred' && outcome.opinion !== 'inadmissible'
  if (vote === null || vote === undefined) return needsVote ? [`le résultat du vote sur ${name}`] : []
  return [
    ...absent(vote.method, `le mode de scrutin pour ${name}`),
    ...(vote.method === 'roll-call' && (vote.named === null || vote.named.length === 0)
      ? [`les noms et le sens des votes du scrutin public sur ${name}`]
      : []),
    ...(vote.method === 'secret' && (vote.blank === undefined || vote.spoiled === undefined)
      ? [`le nombre de bulletins blancs et nuls pour ${name}`]
      : []),
    ...(vote.requestedBy ?? []).flatMap((member) => absent(member, `qui a demandé ce scrutin pour ${name}`)),
    ...(vote.disagreements ?? []).flatMap(({ member, text }) => [
      ...absent(member, `le nom du membre en désaccord sur ${name}`),
      ...absent(text, `le désaccord ${ofName(member)} sur ${name}`),
    ]),
  ]
}

/** Where the money is divided, the parts make the amount, to the cent. */
function missingFunding({ funding, amountCents }: Outcome, name: string): readonly string[] {
  const lines = funding ?? []
  if (lines.length === 0) return []
  const sum = lines.reduce((total, line) => total + line.amountCents, 0)
  return [
    ...lines.flatMap(({ envelope }) => absent(envelope, `une enveloppe qui finance ${name}`)),
    ...(sum === (amountCents ?? 0) ? [] : [`la répartition entre enveloppes pour ${name}`]),
  ]
}

/** An award of divided money says where it comes from; a scenario says why it leaves the ranking. */
function missingMoney({ envelopes, scenario }: SessionFacts): readonly string[] {
  return [
    ...(envelopes ?? []).flatMap(({ label }, index) =>
      absent(label, `le nom de l’enveloppe n° ${index + 1}`),
    ),
    ...(scenario === null || scenario === undefined
      ? []
      : absent(scenario.name, 'le nom du scénario retenu')),
  ]
}

const itemName = (item: ItemFacts, index: number): string =>
  item.candidature === null ? `le point n° ${index + 1}` : `le dossier n° ${item.candidature.number}`

/** The ranking table is the report on which the candidatures were examined (PV-07). */
function missingAnnexes(facts: SessionFacts): readonly string[] {
  const ranked = (facts.items ?? []).some(
    ({ candidature }) => candidature !== null && candidature.rank !== null,
  )
  return ranked && (facts.ranking ?? []).length === 0 ? ['le tableau de classement annexé'] : []
}
