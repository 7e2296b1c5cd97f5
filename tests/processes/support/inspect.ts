import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { rootDir } from '#tests/support/rootDir.ts'
import { canonical, type Ledger, nothing } from './ledger.ts'
import { readings } from './readings.ts'
import type { Seat } from './seat.ts'
import type { Town } from './town.ts'

export interface Inspected {
  readonly seat: Seat
  readonly shown: ReadonlyMap<string, string>
}

/**
 * What must hold once everybody was heard: each sentence is a fault, none is what is wished. Asks nothing that a person could
 * not ask, and trusts no answer of the program about itself beyond what it shows.
 */
export async function inspect(town: Town, written: Ledger): Promise<readonly string[]> {
  const faults: string[] = []
  const seen: Inspected[] = []
  for (const seat of town.seats) seen.push({ seat, shown: await readings(town, seat) })
  for (const { seat } of seen) {
    const state = await seat.get('sync.state', {})
    const listed = await seat.get('sync.to-regularise', {})
    if (state.toSend !== 0) faults.push(`${seat.name}: ${state.toSend} writings are stuck`)
    if (state.mustEnrol !== null) faults.push(`${seat.name}: must enrol again, ${state.mustEnrol}`)
    if (state.readOnly !== 0) faults.push(`${seat.name}: ${state.readOnly} things are read only`)
    if (state.toRegularise !== listed.length)
      faults.push(`${seat.name}: ${state.toRegularise} refused, ${listed.length} listed`)
    for (const { label, verdict, code } of listed)
      faults.push(`${seat.name}: refused, ${label}, ${verdict} ${code}`)
    for (const { sentence } of await seat.get('sync.incidents', {})) faults.push(`${seat.name}: ${sentence}`)
    const doctor = await seat.get('file.doctor', {})
    if (!doctor.sound) faults.push(`${seat.name}: doctor: ${doctor.verdict}`)
  }
  const underRecusal: Expected[] = []
  faults.push(...sameSight(seen), ...sameSheets(seen), ...nothingLost(town, seen, written, underRecusal))
  if (underRecusal.length > 0) faults.push(...notInLog(await bodiesOfCentre(town), underRecusal))
  return faults
}

/** A thing that was written, and the values of it that may be found. */
type Expected = readonly [what: string, values: readonly string[]]

/** What nobody is shown any more is in the log all the same. */
const notInLog = (bodies: readonly string[], expected: readonly Expected[]): readonly string[] =>
  expected.flatMap(([what, values]) =>
    values.some((value) => bodies.some((body) => body.includes(commentIn(value))))
      ? []
      : [`the centre: ${what} was acknowledged, ${values.join(' or ')}, and is not in its log`],
  )

/** Nobody else writes the same. */
const commentIn = (value: string): string => `"comment":${JSON.stringify(JSON.parse(value)?.comment)}`

/** Every body that the centre keeps, by its own export: it is stopped meanwhile. */
async function bodiesOfCentre(town: Town): Promise<readonly string[]> {
  const path = await exportOfCentre(town)
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const body = line === '' ? null : (JSON.parse(line).commit?.body ?? null)
      return body === null ? [] : [Buffer.from(body, 'base64url').toString('utf8')]
    })
}

/** The log as the administrator writes it; the server runs again afterwards. */
export async function exportOfCentre(town: Town): Promise<string> {
  const path = join(town.folder, `centre-${randomUUID()}.delibere-audit`)
  await town.server().stop()
  await town.command('export', path)
  await town.startServer()
  return path
}

/** Laptops of one person show the same, to the byte. */
export function sameSight(seen: readonly Inspected[]): readonly string[] {
  const faults: string[] = []
  for (const [person, mine] of Map.groupBy(seen, ({ seat }) => seat.person)) {
    const [first, ...others] = mine
    for (const other of others)
      for (const question of new Set([...(first?.shown.keys() ?? []), ...other.shown.keys()]))
        if (first?.shown.get(question) !== other.shown.get(question))
          faults.push(
            `${person}: ${question}: ${first?.seat.name} and ${other.seat.name} differ: ${difference(first?.shown.get(question), other.shown.get(question))}`,
          )
  }
  // What everybody reads alike.
  const [first] = seen
  for (const { seat, shown } of seen)
    for (const question of ['committee.get {}', 'member.list {}', 'grid.list {}'])
      if (shown.get(question) !== first?.shown.get(question)) faults.push(`${seat.name}: ${question} differs`)
  return faults
}

/** A sheet is the same wherever it is shown. */
function sameSheets(seen: readonly Inspected[]): readonly string[] {
  const faults: string[] = []
  const [first] = seen
  for (const { seat, shown } of seen)
    for (const [question, text] of shown) {
      if (!question.startsWith('sheet.get') || !text.startsWith('{')) continue
      const theirs = first?.shown.get(question) ?? '{}'
      if (!theirs.startsWith('{') || sheetOf(text) !== sheetOf(theirs))
        faults.push(`${seat.name}: ${question} differs from ${first?.seat.name}`)
    }
  return faults
}

/** What was acknowledged to its author is shown to him, and to the secretariat. */
function nothingLost(
  { seats }: Town,
  seen: readonly Inspected[],
  written: Ledger,
  underRecusal: Expected[],
): readonly string[] {
  const faults: string[] = []
  const readBy = (name: string, question: string): string | undefined =>
    seen.find(({ seat }) => seat.name === name)?.shown.get(question)
  for (const [what, values] of written.expected()) {
    const [kind = '', ...ids] = what.split(' ')
    const readers = [
      'secretariat',
      ...seats.filter(({ memberId }) => kind === 'mark' && memberId === ids[0]).map(({ name }) => name),
    ]
    for (const reader of readers) {
      const found = read(kind, ids, (question) => readBy(reader, question))
      // Of who was recused since, the sheet is shown to nobody, and to himself not even its dossier.
      const isRecused = read(kind, ids, (question) => readBy('secretariat', question)) === 'mark.recused'
      if (isRecused && reader === 'secretariat') {
        if (!values.includes(nothing)) underRecusal.push([what, values])
      } else if (isRecused && found === 'entity.missing') continue
      else if (!values.includes(found))
        faults.push(`${reader}: ${what} shows ${found}, and ${values.join(' or ')} was acknowledged`)
    }
  }
  return faults
}

function read(
  kind: string,
  [first = '', second = '', third = '']: readonly string[],
  shown: (question: string) => string | undefined,
): string {
  const parsed = (question: string) => {
    const text = shown(question)
    return text?.startsWith('{') ? JSON.parse(text) : null
  }
  switch (kind) {
    case 'mark': {
      const question = `sheet.get ${JSON.stringify({ candidatureId: second, evaluatorId: first })}`
      const view = parsed(question)
      if (view === null) return shown(question) ?? 'never asked'
      return canonical(view.sheet.marks[third] ?? null)
    }
    case 'description': {
      const view = parsed(`candidature.get ${JSON.stringify({ candidatureId: first })}`)
      return canonical(view?.dossier.description ?? null)
    }
    case 'debate':
    case 'outcome': {
      const view = parsed(`session.get ${JSON.stringify({ sessionId: first })}`)
      const items: { readonly id: string; readonly debate: string; readonly outcome: unknown }[] =
        view?.session.agenda ?? []
      const item = items.find(({ id }) => id === second)
      if (kind === 'debate') return canonical(item?.debate ?? null)
      return canonical((item?.outcome as { amountCents?: number } | null | undefined)?.amountCents ?? null)
    }
    case 'attendance': {
      const view = parsed(`session.get ${JSON.stringify({ sessionId: first })}`)
      return canonical(view?.session.attendance[second]?.status ?? null)
    }
    default:
      return nothing
  }
}

const sheetOf = (text: string): string => JSON.stringify(JSON.parse(text).sheet)

/** Around the first letter that differs. */
function difference(left = '', right = ''): string {
  let at = 0
  while (at < left.length && left[at] === right[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `« ${around(left)} » / « ${around(right)} »`
}

/** What `delibere audit` says of the log that this laptop exports. */
export async function audited(
  town: Town,
  who: Seat,
): Promise<{ readonly code: number; readonly text: string }> {
  const { path } = await who.get('sync.audit-export', {
    path: join(town.folder, `controle-${who.name}.delibere-audit`),
  })
  return auditedFile(path)
}

export function auditedFile(path: string): Promise<{ readonly code: number; readonly text: string }> {
  const cli = join(rootDir, 'src-main', 'cli', 'main.ts')
  return promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    cli,
    'audit',
    path,
  ]).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code?: number; stdout?: string; stderr?: string }) => ({
      code: error.code ?? 1,
      text: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  )
}
