import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { cliHost } from '#main/cli/cliHost.ts'
import { processTerminal } from '#main/cli/terminal.ts'
import { compose } from '#main/composition/compose.ts'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { playExample } from '#main/composition/exampleCommittee.ts'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import type { Result } from '#shared/kernel/result.ts'
import { asking, RefusedStep } from './demo/asking.ts'
import { adviceDocuments, councilDocuments, startDocumentsAfresh } from './demo/documentsDemo.ts'
import { sessionDemo } from './demo/sessionDemo.ts'
import { stepTeller } from './demo/stepTeller.ts'
import { syncDemo } from './demo/syncDemo.ts'
import { layOutResources } from './resources.mjs'

// From nothing to signed-ready minutes, then the minutes and the file are verified: exit code 0 only when both are sound.
const folder = join(import.meta.dirname, '..', 'out', 'demo')
const filePath = join(folder, 'comite-exemple.delibere')
const documentsFolder = join(folder, 'documents')
const passphrase = 'exemple-sans-secret'
const documents = [
  { document: 'minutes', format: 'pdf', name: 'minutes.pdf', label: 'Procès-verbal en PDF' },
  { document: 'minutes', format: 'docx', name: 'minutes.docx', label: 'Procès-verbal en Word' },
  { document: 'ranking', format: 'csv', name: 'ranking.csv', label: 'Classement pour tableur' },
  { document: 'decision-record', format: 'pdf', name: 'decision-record.pdf', label: 'Relevé de décisions' },
] as const
const verified = ['minutes.pdf', 'minutes.docx', 'decision-record.pdf'] as const

process.exitCode = await runDemo(process.argv.slice(2))

async function runDemo(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !['session', 'sync', '--timings'].includes(word))
  if (unknown !== undefined) {
    process.stderr.write(
      `« ${unknown} » n’est pas une démonstration. Rien n’a été fait. Écrivez : npm run demo, npm run demo -- session, ou npm run demo -- sync.\n`,
    )
    return 2
  }
  const steps = stepTeller(words.includes('--timings'))
  await layOutResources()
  if (words.includes('sync')) return await syncDemo(steps, folder)
  // The demo leaves nothing among the person's own settings and recent files.
  const settings = mkdtempSync(join(tmpdir(), 'delibere-demo-'))
  const terminal = processTerminal()
  const environment = { ...terminal.environment, DELIBERE_USER_DATA: settings }
  const dispatcher = compose(cliHost({ ...terminal, environment }))
  try {
    if (words.includes('session')) return await sessionDemo(dispatcher, steps, folder)
    startAfresh()
    return await tell(dispatcher, steps)
  } finally {
    await dispatcher.close()
    rmSync(settings, { recursive: true, force: true })
  }
}

async function tell(dispatcher: Dispatcher, steps: ReturnType<typeof stepTeller>): Promise<number> {
  const played = await playExample(dispatcher, {
    path: filePath,
    passphrase,
    until: 'closed',
    onStep: steps.begin,
  })
  if (!played.ok) return stop(played)
  const { sessionId, minutesNumber } = played.value
  for (const { document, format, name, label } of documents) {
    steps.begin(label)
    const wish = { sessionId, document, format, path: join(folder, name) }
    const exported = await dispatcher.call('document.export', wish)
    if (!exported.ok) return stop(exported)
  }
  steps.begin('Fermeture du fichier, puis réouverture avec la phrase secrète')
  const closed = await dispatcher.call('file.close', {})
  if (!closed.ok) return stop(closed)
  const secret = { kind: 'passphrase', text: passphrase } as const
  const opened = await dispatcher.call('file.open', { path: filePath, secret, remember: false })
  if (!opened.ok) return stop(opened)
  const sound = await verifyAll(dispatcher, steps)
  if (!sound) return 1
  const ask = asking(dispatcher)
  startDocumentsAfresh(documentsFolder)
  try {
    await adviceDocuments(ask, steps, { folder: documentsFolder, sessionId })
    await ask('file.close', {})
    await councilDocuments(ask, steps, { folder: documentsFolder, passphrase })
  } catch (error) {
    if (error instanceof RefusedStep) return stop({ ok: false, refusal: error.refusal })
    throw error
  }
  steps.end()
  process.stdout.write(`
${minutesNumber} est prêt à signer. Tout est dans ${relative(process.cwd(), folder) || '.'} :
  ${['comite-exemple.delibere', ...documents.map(({ name }) => name)].join('\n  ')}
  documents : un de chaque, en PDF et en Word, chacun vérifié
La phrase secrète de cet exemple est publique : ${passphrase}
Le comité, les membres, les notes, les débats et les avis sont inventés.
`)
  return 0
}

async function verifyAll(dispatcher: Dispatcher, steps: ReturnType<typeof stepTeller>): Promise<boolean> {
  for (const name of verified) {
    steps.begin(`Vérification de ${name}`)
    const checked = await dispatcher.call('document.verify', { path: join(folder, name) })
    if (!checked.ok) {
      stop(checked)
      return false
    }
    steps.note(checked.value.verdict)
    if (checked.value.verdict !== 'conforme') {
      process.stderr.write(`\n${checked.value.sentence}\n${checked.value.differences.join('\n')}\n`)
      return false
    }
  }
  steps.begin('Vérification de tout le fichier')
  const doctor = await dispatcher.call('file.doctor', {})
  if (!doctor.ok) {
    stop(doctor)
    return false
  }
  if (!doctor.value.sound) process.stderr.write(`\n${doctor.value.verdict}\n`)
  else steps.note(doctor.value.verdict)
  return doctor.value.sound
}

/** Removes what an earlier run left, and only that. */
function startAfresh(): void {
  mkdirSync(folder, { recursive: true })
  const names = [
    filePath,
    `${filePath}-wal`,
    `${filePath}-shm`,
    ...documents.map(({ name }) => join(folder, name)),
  ]
  for (const path of names) if (existsSync(path)) rmSync(path)
}

function stop(refused: Extract<Result<unknown>, { ok: false }>): 1 {
  const { code, details } = refused.refusal
  process.stderr.write(`\n${refusalSentence(refused.refusal)}\n(${code} ${JSON.stringify(details)})\n`)
  return 1
}
