import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Example, exampleSchema } from '#main/composition/example/exampleSchema.ts'
import { playCall } from '#main/composition/example/playCall.ts'
import exampleJson from '../../resources/example/example.json' with { type: 'json' }
import type { Laptop } from '../laptops/openLaptop.ts'
import type { RunningServer } from '../laptops/openServer.ts'
import { type Ask, asking, RefusedStep } from './asking.ts'

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
  const other = await of('prigent').until(
    'candidature.list',
    wholeCall(committee.callId),
    ({ total }) => total === 5,
  )
  must(other.total === 5, 'les autres gardent le dossier')

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

  say('Retour : le serveur redémarre, le secrétariat rapporte la salle')
  server = await stage.server(listen)
  await ask('room.close', {})
  for (const laptop of [secretariat, ...members.values()]) await quiet(laptop)
  const late = await of('lagadec').until('sync.to-regularise', {}, (refused) => refused.length > 0)
  for (const refused of late)
    lines.push(`Arrivé après la clôture, gardé à côté : « ${refused.label} » (${refused.verdict})`)
  must(
    late.every(({ verdict }) => verdict === 'late'),
    'ce qui vient après la clôture est tardif',
  )

  say('Un portable est perdu')
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
  lines.push(`Portable perdu : ${revoked.mustEnrol ?? revoked.connection}`)

  say('Les copies disent la même chose')
  const views = []
  for (const laptop of [secretariat, of('abgrall')])
    views.push(
      JSON.stringify(await asking(laptop.dispatcher)('session.get', { sessionId: committee.sessionId })),
    )
  must(new Set(views).size === 1, 'le secrétariat et la présidente voient la même séance')

  say('Export pour le contrôle, puis contrôle par un programme à part')
  const exported = await ask('sync.audit-export', { path: join(folder, 'controle.delibere-audit') })
  const verdict = await audit(exported.path)
  note(verdict.lastLine)
  lines.push(`Contrôle : ${verdict.lastLine}`)
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

async function audit(path: string): Promise<{ readonly isSound: boolean; readonly lastLine: string }> {
  const cli = join(import.meta.dirname, '..', '..', 'src-main', 'cli', 'main.ts')
  const flags = ['--disable-warning=ExperimentalWarning', cli, 'audit', path]
  const ran = await promisify(execFile)(process.execPath, flags).then(
    ({ stdout }) => ({ isSound: true, text: stdout }),
    (error: { stdout?: string; stderr?: string }) => ({
      isSound: false,
      text: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  )
  return { isSound: ran.isSound, lastLine: ran.text.trim().split('\n').at(-1) ?? '' }
}
