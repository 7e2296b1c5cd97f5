import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { meetingStory } from '../meeting/meetingStory.ts'
import { playMeetingAct } from '../meeting/playMeeting.ts'
import { prepareMeeting } from '../meeting/prepareMeeting.ts'
import { meetingFacts } from './meetingFacts.ts'
import type { StepTeller } from './stepTeller.ts'

const passphrase = 'exemple-sans-secret'
const papers = [
  { document: 'minutes', format: 'pdf', name: 'minutes.pdf' },
  { document: 'minutes', format: 'docx', name: 'minutes.docx' },
  { document: 'ranking', format: 'csv', name: 'ranking.csv' },
  { document: 'decision-record', format: 'pdf', name: 'decision-record.pdf' },
  { document: 'attendance-sheet', format: 'pdf', name: 'attendance-sheet.pdf' },
  { document: 'attendance-certificates', format: 'pdf', name: 'attendance-certificates.pdf' },
] as const
const verified = ['minutes.pdf', 'minutes.docx', 'decision-record.pdf'] as const

/**
 * A whole meeting of sixty candidatures, act by act, through the door that the screens use; then its facts, its documents,
 * and the verdicts on both. Answers the exit code.
 */
export async function sessionDemo(
  dispatcher: Dispatcher,
  steps: StepTeller,
  outFolder: string,
): Promise<number> {
  const folder = join(outFolder, 'session')
  const filePath = join(folder, 'seance-exemple.delibere')
  startAfresh(folder, filePath)
  const told = await tell(dispatcher, steps, { folder, filePath })
  steps.end()
  if (!told.ok) {
    const { code, details } = told.refusal
    process.stderr.write(`\n${refusalSentence(told.refusal)}\n(${code} ${JSON.stringify(details)})\n`)
    return 1
  }
  process.stdout.write(`\n${told.value.lines.join('\n')}\n`)
  process.stdout.write(`
Tout est dans ${relative(process.cwd(), folder) || '.'} ; la phrase secrète de cet exemple est publique : ${passphrase}
Le conseil, les membres, les notes, les débats et les décisions sont inventés.
`)
  return told.value.isSound ? 0 : 1
}

async function tell(
  dispatcher: Dispatcher,
  steps: StepTeller,
  { folder, filePath }: { readonly folder: string; readonly filePath: string },
): Promise<Result<{ lines: readonly string[]; isSound: boolean }>> {
  const prepared = await prepareMeeting(dispatcher, { path: filePath, passphrase, say: steps.begin })
  if (!prepared.ok) return prepared
  const { order, exits, sessionId } = prepared.value
  steps.begin(`Ordre de discussion : ${exits.proposed} sorties au lieu de ${exits.before}`)
  const story = meetingStory(order)
  steps.begin(`Séance : ${story.length} actes`)
  for (const act of story) {
    const played = await playMeetingAct(dispatcher, prepared.value, act)
    if (!played.ok) {
      process.stderr.write(`\n${JSON.stringify(act)}\n`)
      return played
    }
  }
  for (const { name, ...paper } of papers) {
    steps.begin(name)
    const exported = await dispatcher.call('document.export', {
      ...{ sessionId, document: paper.document, format: paper.format },
      path: join(folder, name),
    })
    if (!exported.ok) return exported
  }
  const verdicts = []
  for (const name of verified) {
    steps.begin(`Vérification de ${name}`)
    const checked = await dispatcher.call('document.verify', { path: join(folder, name) })
    if (!checked.ok) return checked
    steps.note(checked.value.verdict)
    verdicts.push(checked.value.verdict === 'conforme')
  }
  steps.begin('Vérification de tout le fichier')
  const doctor = await dispatcher.call('file.doctor', {})
  if (!doctor.ok) return doctor
  steps.note(doctor.value.verdict)
  const closed = await dispatcher.call('session.get', { sessionId })
  if (!closed.ok) return closed
  const board = await dispatcher.call('scenario.list', { callId: prepared.value.callId })
  if (!board.ok) return board
  const departures = board.value.scenarios.flatMap((scenario) => scenario.departures)
  const lines = meetingFacts(closed.value, exits, departures)
  return ok({ lines, isSound: doctor.value.sound && verdicts.every(Boolean) })
}

/** Removes what an earlier run left, and only that. */
function startAfresh(folder: string, filePath: string): void {
  mkdirSync(folder, { recursive: true })
  const names = [
    filePath,
    `${filePath}-wal`,
    `${filePath}-shm`,
    ...papers.map(({ name }) => join(folder, name)),
  ]
  for (const path of names) if (existsSync(path)) rmSync(path)
}
