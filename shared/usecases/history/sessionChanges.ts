import { frenchDate, frenchList } from '#shared/domain/documents/typography.ts'
import type { HistoryLine } from '#shared/domain/history/historyLine.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { outcomeInWords } from './outcomeInWords.ts'
import { valueInWords } from './valueInWords.ts'

type Changes = HistoryLine['changes']

/**
 * [UC26] What an act changed in a session, point by point and person by person, in words: never the whole agenda, which a
 * meeting of two hundred points would write down again at each of its acts. What is only being keyed is not told.
 */
export function sessionChanges(
  before: Session | null,
  after: Session | null,
  nameOf: (memberId: string) => string,
): Changes {
  if (before === null || after === null) return []
  const told: { field: string; before: string; after: string }[] = []
  const tell = (field: string, from: string, to: string) => {
    if (from !== to) told.push({ field, before: from === '' ? '—' : from, after: to === '' ? '—' : to })
  }
  for (const [field, label] of plainFields) {
    tell(label, valueInWords(field, before[field]), valueInWords(field, after[field]))
  }
  for (const [field, label] of memberFields) tell(label, nameOrNone(before[field]), nameOrNone(after[field]))
  tell('Convocation', convocation(before), convocation(after))
  const titles = new Map([...before.agenda, ...after.agenda].map(({ id, title }) => [id, title]))
  tell(
    'Point en cours',
    titles.get(before.currentItemId ?? '') ?? '',
    titles.get(after.currentItemId ?? '') ?? '',
  )
  tell('Suspensions', intervals(before.pauses), intervals(after.pauses))
  agendaChanges(before, after, tell, nameOf)
  byKey(before.attendance, after.attendance, presence, (id, from, to) => tell(nameOf(id), from, to))
  byKey(proxiesOf(before), proxiesOf(after), proxy, (id, from, to) =>
    tell(`Pouvoir de ${nameOf(id)}`, from, to),
  )
  byKey(before.substitutions, after.substitutions, nameOf, (id, from, to) =>
    tell(`Suppléant de ${nameOf(id)}`, from, to),
  )
  byKey(before.travels, after.travels, travel, (id, from, to) => tell(`Trajet de ${nameOf(id)}`, from, to))
  byKey(before.explanations, after.explanations, itself, (_, from, to) => tell('Explication', from, to))
  tell('Procès-verbal', before.closing?.number ?? '', after.closing?.number ?? '')
  tell('Suites du procès-verbal', standing(before), standing(after))
  tell('Acte qui suit', decisionAct(before), decisionAct(after))
  for (const { number, text } of after.rectifications.slice(before.rectifications.length)) {
    tell(`Acte rectificatif ${number}`, '', text)
  }
  return told

  function nameOrNone(id: string | null): string {
    return id === null ? '' : nameOf(id)
  }
  function proxy({ holderId, signed }: Session['proxies'][number]): string {
    return `à ${nameOf(holderId)}${signed ? ', signé' : ', à signer'}`
  }
}

type Tell = (field: string, from: string, to: string) => void

function agendaChanges(before: Session, after: Session, tell: Tell, nameOf: (id: string) => string): void {
  const old = new Map(before.agenda.map((item) => [item.id, item]))
  const current = new Map(after.agenda.map((item) => [item.id, item]))
  for (const item of after.agenda) {
    const was = old.get(item.id)
    if (was === undefined) tell('Point ajouté', '', item.title)
    else if (was !== item) itemChanges(was, item, tell, nameOf)
  }
  for (const item of before.agenda) if (!current.has(item.id)) tell('Point retiré', item.title, '')
  const kept = before.agenda.filter(({ id }) => current.has(id)).map(({ id }) => id)
  const order = after.agenda.filter(({ id }) => old.has(id)).map(({ id }) => id)
  const moved = order.filter((id, place) => kept[place] !== id)
  if (moved.length === 0) return
  const [first = ''] = moved
  const place = (agenda: readonly AgendaItem[]) =>
    `« ${current.get(first)?.title ?? ''} » en ${agenda.findIndex(({ id }) => id === first) + 1}`
  tell('Ordre du jour', place(before.agenda), place(after.agenda))
}

function itemChanges(was: AgendaItem, is: AgendaItem, tell: Tell, nameOf: (id: string) => string): void {
  const on = (field: string, from: string, to: string) => tell(`${field}, « ${is.title} »`, from, to)
  const name = (id: string | null) => (id === null ? '' : nameOf(id))
  const minutes = (count: number | null) => (count === null ? '' : `${count} min`)
  const slot = ({ slot }: AgendaItem) => (slot === null ? '' : `${slot.at} ${slot.guest}`.trim())
  on('Intitulé', was.title, is.title)
  on('Rapporteur', name(was.rapporteurId), name(is.rapporteurId))
  on('Questions posées par', name(was.questionerId), name(is.questionerId))
  on('Temps prévu', minutes(was.plannedMinutes), minutes(is.plannedMinutes))
  on('Thème', was.theme, is.theme)
  on('Attendu', slot(was), slot(is))
  on('Débat', was.debate, is.debate)
  on('Temps du point', intervals(was.runs), intervals(is.runs))
  on('Notes révélées', was.marksRevealedAt ?? '', is.marksRevealedAt ?? '')
  on('Décision', outcomeInWords(was.outcome, nameOf), outcomeInWords(is.outcome, nameOf))
}

function byKey<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  inWords: (value: T) => string,
  tell: (key: string, from: string, to: string) => void,
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = before[key]
    const to = after[key]
    tell(key, from === undefined ? '' : inWords(from), to === undefined ? '' : inWords(to))
  }
}

const itself = (text: string): string => text

const proxiesOf = ({ proxies }: Session): Readonly<Record<string, Session['proxies'][number]>> =>
  Object.fromEntries(proxies.map((each) => [each.giverId, each]))

/** « présent, sorti à 18:05 » */
function presence({ status, movements }: Session['attendance'][string]): string {
  const moves = movements.map(({ kind, at }) => `${kind === 'arrives' ? 'arrivé' : 'sorti'} à ${at}`)
  return [{ present: 'présent', excused: 'excusé', absent: 'absent' }[status], ...moves].join(', ')
}

/** « 18:05:10 à 18:20:00, depuis 18:40:00 » */
const intervals = (list: readonly { readonly from: string; readonly to: string | null }[]): string =>
  list.map(({ from, to }) => (to === null ? `depuis ${from}` : `${from} à ${to}`)).join(', ')

const convocation = ({ convocation: sent }: Session): string =>
  sent === null ? '' : [sent.date, sent.author, sent.proof].filter((part) => part !== '').join(', ')

/** « soumis le 12 mars 2026, arrêté le 2 avril 2026 » */
const standing = ({ minutes }: Session): string =>
  [
    ...(minutes.submittedOn === null ? [] : [`soumis le ${frenchDate(minutes.submittedOn)}`]),
    ...(minutes.settledOn === null ? [] : [`arrêté le ${frenchDate(minutes.settledOn)}`]),
    ...(minutes.signedOn === null
      ? []
      : [`signé le ${frenchDate(minutes.signedOn)} par ${frenchList(minutes.signedBy)}`]),
    ...(minutes.publishedOn === null
      ? []
      : [`publié le ${frenchDate(minutes.publishedOn)} (${minutes.publishedAt})`]),
  ].join(', ')

/** « délibération n° 2026-12 du 2 avril 2026, le conseil municipal, transmission le 3 avril 2026 » */
const decisionAct = ({ act }: Session): string =>
  act === null
    ? ''
    : [
        `${{ deliberation: 'délibération', arrete: 'arrêté', decision: 'décision' }[act.nature]} n° ${act.number} du ${frenchDate(act.date)}`,
        act.authority,
        ...(act.transmittedOn === null ? [] : [`transmission le ${frenchDate(act.transmittedOn)}`]),
        ...(act.publishedOn === null ? [] : [`publication le ${frenchDate(act.publishedOn)}`]),
      ].join(', ')

const travel = ({ mode, kilometres, fiscalHorsepower }: Session['travels'][string]): string =>
  [
    {
      'own-vehicle': 'véhicule personnel',
      'car-sharing': 'covoiturage',
      'public-transport': 'transport en commun',
      none: 'sans frais',
    }[mode],
    ...(kilometres > 0 ? [`${kilometres} km`] : []),
    ...(fiscalHorsepower === null ? [] : [`${fiscalHorsepower} CV`]),
  ].join(', ')

const plainFields = [
  ['date', 'Date'],
  ['startsAt', 'Heure annoncée'],
  ['place', 'Lieu'],
  ['secondConvocation', 'Seconde convocation'],
  ['sealedMarks', 'Notes scellées'],
  ['status', 'État'],
  ['openedAt', 'Ouverture'],
  ['closedAt', 'Clôture'],
  ['discussion', 'Discussions'],
] as const satisfies readonly (readonly [keyof Session, string])[]

const memberFields = [
  ['chairId', 'Présidence'],
  ['secretaryId', 'Secrétariat de séance'],
] as const satisfies readonly (readonly [keyof Session, string])[]
