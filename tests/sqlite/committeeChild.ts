/**
 * Another process on the same file: `open PATH` says what opening answers; `write PATH` writes one candidature after
 * the other, saying the number of each once it is answered, until it is killed.
 */
import { writeSync } from 'node:fs'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { passphrase, settings, withCandidature } from './committeeOnDisk.ts'

const [task, path = ''] = process.argv.slice(2)
const opened = await sqliteCommitteeFiles(settings()).open(path, { kind: 'passphrase', text: passphrase })
if (!opened.ok) console.log(opened.refusal.code)
else if (task === 'open') {
  console.log(`opened ${opened.value.counts().dossier}`)
  opened.value.close()
} else {
  const file = opened.value
  for (let number = file.lastCandidatureNumber('call-1') + 1; ; number++) {
    withCandidature(file, number, `Projet ${number} ${'x'.repeat(2000)}`, 'Zénobie Quatremarre')
    writeSync(1, `${number}\n`)
  }
}
