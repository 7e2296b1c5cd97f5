import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Example, exampleSchema } from '#main/composition/example/exampleSchema.ts'
import { playCall } from '#main/composition/example/playCall.ts'
import exampleJson from '../../resources/example/example.json' with { type: 'json' }
import type { Laptop } from '../laptops/openLaptop.ts'
import type { RunningServer } from '../laptops/openServer.ts'
import { type Ask, asking, RefusedStep } from './asking.ts'
import { readableBytes } from './readableBytes.ts'

/** What the story needs of whoever runs it. */
export interface Stage {
  readonly folder: string
  say(sentence: string): void
  note(word: string): void
  laptop(name: string): Laptop
  server(listen: string): Promise<RunningServer>
}

export interface Told {
  readonly lines: readonly string[]
  readonly isSound: boolean
}

const passphrase = 'exemple-sans-secret'
const people = ['abgrall', 'ferhat', 'prigent', 'tanguy', 'lagadec'] as const
type Person = (typeof people)[number]

/** A place of the story where what is seen is not what must be. */
class NotAsTold extends Error {}

export async function shareStory(stage: Stage): Promise<Told> {
  const { say, note, folder } = stage
  const example = exampleSchema.parse(exampleJson)
  const lines: string[] = []

  say('Le serveur central démarre, sans réglage')
  let server = await stage.server('127.0.0.1:0')
  const { origin } = server
  note(origin)
  const listen = new URL(origin).host
  const secretariat = stage.laptop('secretariat')
  const ask = asking(secretariat.dispatcher)
  const committee = await prepare(secretariat, example, join(folder, 'secretariat', 'comite.delibere'), say)

  say('Le secrétariat place le fichier sur le serveur')
  await ask('sync.link', { origin, invitation: server.invitation ?? '' })
  await quiet(secretariat)

  const members = new Map<Person, Laptop>()
  for (const person of people) {
    say(`${nameOf(example, person)} rejoint le comité depuis son portable`)
    const { invitation } = await ask('sync.people.invite', {
      name: nameOf(example, person),
      role: person === 'abgrall' ? 'chair' : 'member',
      memberId: committee.memberIds.get(person) ?? '',
      mayHub: person === 'abgrall',
    })
    const laptop = stage.laptop(person)
    members.set(person, laptop)
    const path = join(folder, person, 'comite.delibere')
    await asking(laptop.dispatcher)('sync.join', { origin, invitation, path, passphrase })
    await quiet(laptop)
  }
  const of = (person: Person): Laptop => members.get(person) as Laptop

  say('Le serveur s’arrête : chacun prépare chez soi, sans réseau')
  await server.stop()
  const call = callOf(example)
  for (const person of ['ferhat', 'prigent', 'tanguy'] as const)
    await mark(of(person), committee, person, call, person === 'ferhat' ? [1, 2, 3, 4] : [1, 2, 3])
  await asking(of('ferhat').dispatcher)('recusal.declare', {
    candidatureId: committee.candidatureIds.get(5) ?? '',
    memberId: committee.memberIds.get('ferhat') ?? '',
    reason: 'Siège au conseil de cette commune.',
    legalBasis: 'CRPA R133-12',
  })
  const waiting = await asking(of('ferhat').dispatcher)('sync.state', {})
  lines.push(`Préparé sans réseau : ${waiting.toSend} écritures en attente chez ${nameOf(example, 'ferhat')}`)
  must(waiting.toSend > 0, 'ce qui est écrit sans réseau attend')

  say('Le serveur redémarre : tout part et tout arrive')
  server = await stage.server(listen)
  for (const laptop of [secretariat, ...members.values()]) await quiet(laptop)
  await ask('recusal.assess', {
    candidatureId: committee.candidatureIds.get(5) ?? '',
    memberId: committee.memberIds.get('ferhat') ?? '',
    status: 'confirmed',
    reason: 'Lien direct avec le demandeur : le déport est retenu.',
    legalBasis: 'CRPA R133-12',
    counting: 'numerator',
  })
  await quiet(secretariat)
  const seen = await of('ferhat').until(
    'candidature.list',
    wholeCall(committee.callId),
    ({ total }) => total === 4,
  )
  lines.push(
    `Déport de ${nameOf(example, 'ferhat')} : il reste ${seen.total} dossiers sur son portable, contre 5 chez les autres`,
  )
  await of('prigent').until('candidature.list', wholeCall(committee.callId), ({ total }) => total === 5)
  const secret = call.candidatures.find(({ number }) => number === 5)
  for (const person of ['ferhat', 'prigent'] as const) {
    const bytes = await everyByte(of(person), join(folder, person, 'comite.delibere'))
    for (const words of [secret?.title ?? '', secret?.applicant.name ?? '', secret?.description ?? ''])
      must(
        bytes.includes(words) === (person === 'prigent'),
        `« ${words} » ${person === 'prigent' ? 'se lit' : 'ne se lit plus'} dans le fichier de ${nameOf(example, person)}`,
      )
  }
  lines.push('Recherché octet par octet, fichier déchiffré : rien de ce dossier n’est resté chez elle')

  say('Séance : la salle est ouverte sur le portable du secrétariat, puis le serveur s’arrête')
  const opened = await ask('room.open', { sessionId: committee.sessionId, successors: [] })
  await server.stop()
  const inTheRoom = ['abgrall', 'ferhat', 'prigent', 'tanguy'] as const
  for (const person of inTheRoom) {
    const state = await ask('room.state', {})
    await asking(of(person).dispatcher)('room.join', {
      by: 'code',
      code: state?.door?.code ?? '',
      address: `127.0.0.1:${opened.port}`,
    })
  }
  for (const person of inTheRoom) await quiet(of(person))
  lines.push(`Salle : ${inTheRoom.length} portables, sans serveur`)

  say('Appel, ouverture, notes dans la salle')
  await hold(ask, committee, of, call)
  await ask('session.explain', {
    ...{ sessionId: committee.sessionId, check: 'marks-missing' },
    text: 'Paul Lagadec, excusé, n’a pas noté.',
  })
  const closing = await ask('session.close', { sessionId: committee.sessionId, at: '16:20' })
  for (const person of inTheRoom)
    await of(person).until(
      'session.get',
      { sessionId: committee.sessionId },
      ({ session }) => session.status === 'closed',
    )
  lines.push(
    `Séance close dans la salle : ${closing.number}, empreinte des faits ${closing.factsDigest.slice(0, 16)}…`,
  )

  say('Pendant ce temps, hors de la salle : une note et un déport écrits trop tard')
  await mark(of('lagadec'), committee, 'lagadec', call, [1])
  await asking(of('lagadec').dispatcher)('recusal.declare', {
    candidatureId: committee.candidatureIds.get(2) ?? '',
    memberId: committee.memberIds.get('lagadec') ?? '',
    reason: 'Lien découvert après la séance.',
    legalBasis: 'CRPA R133-12',
  })
  const writtenLate = await asking(of('lagadec').dispatcher)('sync.state', {})
  must(writtenLate.toSend > 0, 'ce qui est écrit hors de la salle attend le serveur')

  say('Retour : le serveur redémarre, le secrétariat rapporte la salle')
  server = await stage.server(listen)
  await ask('room.close', {})
  for (const laptop of [secretariat, ...members.values()]) await quiet(laptop)
  const late = await of('lagadec').until(
    'sync.to-regularise',
    {},
    (refused) => refused.length === writtenLate.toSend,
  )
  lines.push(
    `Arrivé après la clôture, gardé à côté : ${late.length} écritures de ${nameOf(example, 'lagadec')}, dont « ${late.at(-1)?.label} »`,
  )
  must(
    late.every(({ verdict }) => verdict === 'late'),
    'ce qui vient après la clôture est tardif',
  )
  must(late.at(-1)?.label.startsWith('Déport') === true, 'le déport tardif est à régulariser, comme la note')
  for (const laptop of [secretariat, ...inTheRoom.map(of)]) {
    const { toRegularise, incidents } = await asking(laptop.dispatcher)('sync.state', {})
    must(toRegularise === 0 && incidents === 0, `${laptop.name} n’a rien à régulariser, et aucun écart`)
  }

  say('Un portable est perdu')
  const { candidatureId: afterwards } = await ask('candidature.add', {
    callId: committee.callId,
    applicantName: 'Commune arrivée après la séance',
    title: 'Dossier déposé après la séance',
  })
  await quiet(secretariat)
  await of('prigent').until('candidature.list', wholeCall(committee.callId), ({ total }) => total === 6)
  const access = await ask('sync.people.list', {})
  const lost = access.people.find(({ mandates }) =>
    mandates.some(({ memberId }) => memberId === committee.memberIds.get('prigent')),
  )
  await ask('sync.people.revoke-device', { deviceId: lost?.devices[0]?.deviceId ?? '', cause: 'compromised' })
  const revoked = await of('prigent').until(
    'sync.state',
    {},
    ({ mustEnrol, connection }) => mustEnrol === 'revoked' || connection === 'refused',
  )
  must(
    revoked.mustEnrol === 'revoked' || revoked.connection === 'refused',
    'le portable perdu est tenu dehors',
  )
  const before = await asking(of('prigent').dispatcher)('sync.state', {})
  await asking(of('prigent').dispatcher)('recusal.declare', {
    candidatureId: afterwards,
    memberId: committee.memberIds.get('prigent') ?? '',
    reason: 'Écrit par qui a trouvé le portable.',
    legalBasis: 'CRPA R133-12',
  })
  const kept = await asking(of('prigent').dispatcher)('sync.state', {})
  must(kept.toSend > before.toSend, 'ce que le portable perdu écrit ensuite ne part pas')
  lines.push('Portable perdu : tenu dehors, et ce qu’il écrit ensuite n’est reçu par personne')

  say('Les copies disent la même chose')
  const others = [secretariat, ...people.filter((person) => person !== 'prigent').map(of)]
  for (const laptop of others) await quiet(laptop)
  const writtenOnLost = `recusal/${afterwards}/${committee.memberIds.get('prigent')}`
  const closings = []
  for (const laptop of others) {
    const { session } = await asking(laptop.dispatcher)('session.get', { sessionId: committee.sessionId })
    closings.push(JSON.stringify(session.closing))
    must(session.closing?.factsDigest === closing.factsDigest, `${laptop.name} a la séance qui fut close`)
    const history = await asking(laptop.dispatcher)('history.of', { entity: writtenOnLost })
    must(history.length === 0, `${laptop.name} n’a rien du portable perdu`)
  }
  must(new Set(closings).size === 1, 'toutes les copies ont la même clôture')
  lines.push(`Même séance, même empreinte sur ${others.length} copies`)

  say('Export pour le contrôle, puis contrôle par un programme à part')
  const exported = await ask('sync.audit-export', { path: join(folder, 'controle.delibere-audit') })
  const verdict = await audit(exported.path)
  note(verdict.summary)
  lines.push(`Contrôle du journal, par un programme à part : ${verdict.summary}`, verdict.firstLine)
  return { lines, isSound: verdict.isSound }
}

interface Committee {
  readonly memberIds: ReadonlyMap<string, string>
  readonly candidatureIds: ReadonlyMap<number, string>
  readonly callId: string
  readonly sessionId: string
}

/** The example committee with one call whose marks are still to come, and its session. */
async function prepare(
  laptop: Laptop,
  example: Example,
  path: string,
  say: Stage['say'],
): Promise<Committee> {
  const ask = asking(laptop.dispatcher)
  say(`Création du fichier chiffré de « ${example.committee.name} »`)
  await ask('file.create', { path, passphrase, committee: example.committee })
  const memberIds = new Map<string, string>()
  for (const { key, substituteOf, ...member } of example.members) {
    if (substituteOf !== null) continue
    const added = await ask('member.add', { ...member, substituteOf: null, inOffice: true })
    memberIds.set(key, added.memberId)
  }
  const call = { ...callOf(example), marks: { abgrall: callOf(example).marks.abgrall ?? {} } }
  const played = await playCall(laptop.dispatcher, call, { members: example.members, memberIds, say })
  if (!played.ok) throw new RefusedStep('playCall', played.refusal)
  const { callId } = played.value
  const page = await ask('candidature.list', wholeCall(callId))
  const { call: _call, ...planned } = example.plannedSession
  say('Convocation et ordre du jour')
  const { sessionId } = await ask('session.plan', { ...planned, callId, secondConvocation: false })
  const candidatureIds = new Map(page.rows.map(({ id, number }) => [number, id]))
  return { memberIds, candidatureIds, callId, sessionId }
}

async function mark(
  laptop: Laptop,
  { candidatureIds, memberIds }: Committee,
  person: Person,
  call: Example['calls'][number],
  numbers: readonly number[],
): Promise<void> {
  const ask = asking(laptop.dispatcher)
  for (const number of numbers) {
    const key = { candidatureId: candidatureIds.get(number) ?? '', evaluatorId: memberIds.get(person) ?? '' }
    const marks = call.marks[person]?.[String(number)] ?? '3'.repeat(call.criteria.length)
    const commentOf = (code: string): string =>
      call.comments.find(
        ({ member, candidature, criterion }) =>
          member === person && candidature === number && criterion === code,
      )?.text ?? 'Conforme à ce qui est attendu.'
    for (const [index, criterionCode] of call.criteria.entries())
      await ask('sheet.mark', {
        ...{ ...key, criterionCode },
        mark: { kind: 'value', hundredths: Number(marks[index]) * 100, comment: commentOf(criterionCode) },
      })
    await ask('sheet.file', key)
  }
}

/** Roll-call, the marks that were still to come, the five points. */
async function hold(
  ask: Ask,
  committee: Committee,
  of: (person: Person) => Laptop,
  call: Example['calls'][number],
): Promise<void> {
  const { sessionId, memberIds } = committee
  const idOf = (person: Person): string => memberIds.get(person) ?? ''
  for (const person of people)
    await ask('session.attend', {
      ...{ sessionId, memberId: idOf(person) },
      status: person === 'lagadec' ? 'excused' : 'present',
    })
  await ask('session.open', { sessionId, at: '14:05', chairId: idOf('abgrall'), secretaryId: idOf('tanguy') })
  for (const person of ['prigent', 'tanguy'] as const) await mark(of(person), committee, person, call, [4, 5])
  for (const person of ['prigent', 'tanguy'] as const) await quiet(of(person))
  const view = await ask('session.get', { sessionId })
  for (const [index, item] of view.items.entries()) {
    const isRecused = item.number === 5
    const hour = (minutes: number): string => `14:${String(10 + index * 8 + minutes).padStart(2, '0')}`
    const point = { sessionId, itemId: item.itemId }
    if (isRecused)
      await ask('session.move', { ...point, memberId: idOf('ferhat'), kind: 'leaves', at: hour(0) })
    await ask('session.write-debate', {
      ...point,
      text: 'Le comité salue la coopération engagée avec les communes voisines.',
    })
    await ask('session.decide', {
      sessionId,
      proposal: {
        ...{
          itemId: item.itemId,
          opinion: 'favourable',
          amountCents: 300_000,
          waitingList: false,
          conditions: '',
        },
        rationale: { legal: '', factual: 'Le projet répond au besoin, dans la limite de l’enveloppe.' },
        departure: 'Le comité sert toutes les communes, à parts égales.',
        vote: {
          ...{ method: 'show-of-hands', for: isRecused ? 3 : 4, against: 0, abstention: 0, notTakingPart: 0 },
          ...{ named: null, chairBallot: null, disagreements: [] },
        },
        at: hour(5),
      },
    })
    if (isRecused)
      await ask('session.move', { ...point, memberId: idOf('ferhat'), kind: 'arrives', at: hour(5) })
  }
}

/** Of the file of this laptop, which is closed meanwhile, as whoever has its passphrase could search it. */
async function everyByte(laptop: Laptop, path: string): Promise<Buffer> {
  const ask = asking(laptop.dispatcher)
  await ask('file.close', {})
  const bytes = await readableBytes(path, passphrase)
  await ask('file.open', { path, secret: { kind: 'passphrase', text: passphrase }, remember: false })
  await quiet(laptop)
  return bytes
}

/** Nothing more to send, and in contact with whoever orders. */
const quiet = (laptop: Laptop) =>
  laptop.until(
    'sync.state',
    {},
    ({ toSend, connection }) => toSend === 0 && connection === 'connected',
    60_000,
  )

const wholeCall = (callId: string) => ({
  ...{ callId, search: '', filters: {}, descending: false, offset: 0, limit: 100 },
  sort: 'number' as const,
})

function callOf(example: Example): Example['calls'][number] {
  const call = example.calls.find(({ key }) => key === example.plannedSession.call)
  if (call === undefined) throw new Error('the example plans a session of no call')
  return call
}

function nameOf(example: Example, person: Person): string {
  const member = example.members.find(({ key }) => key === person)
  return `${member?.firstName} ${member?.lastName}`
}

function must(isSo: boolean, sentence: string): void {
  if (!isSo) throw new NotAsTold(sentence)
}

interface Verdict {
  readonly isSound: boolean
  /** « Conforme. » */
  readonly firstLine: string
  /** What was read. */
  readonly summary: string
}

async function audit(path: string): Promise<Verdict> {
  const cli = join(import.meta.dirname, '..', '..', 'src-main', 'cli', 'main.ts')
  const flags = ['--disable-warning=ExperimentalWarning', cli, 'audit', path]
  const ran = await promisify(execFile)(process.execPath, flags).then(
    ({ stdout }) => ({ isSound: true, text: stdout }),
    (error: { stdout?: string; stderr?: string }) => ({
      isSound: false,
      text: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  )
  const [firstLine = '', summary = ''] = ran.text.trim().split('\n')
  return { isSound: ran.isSound, firstLine, summary }
}
