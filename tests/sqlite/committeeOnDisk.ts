import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noKeyStore } from '#main/adapters/keys/keyStore.ts'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { type SqliteCommitteeFiles, sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import type { FileSettings } from '#main/adapters/sqlite/file/fileSettings.ts'
import { migrations } from '#main/adapters/sqlite/migrations/migrations.ts'
import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { entityOf, type OperationData } from '#shared/operations/operation.ts'
import type { Act, CommitteeFile, ShareableFile, Transaction } from '#shared/usecases/ports.ts'

export const passphrase = 'quatre mots de passe'
export const secretary = { userId: 'secretary' }

/** A folder of one test, gone with it. */
export interface Folder {
  readonly path: string
  file(name: string): string
  [Symbol.dispose](): void
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'delibere-test-'))
  return {
    path,
    file: (name) => join(path, name),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** A clock that advances by one second at each look. */
export function tickingClock(startMs = 1_780_000_000_000) {
  let nowMs = startMs
  return {
    nowMs: () => {
      nowMs += 1000
      return nowMs
    },
  }
}

export const settings = (changes: Partial<FileSettings> = {}): FileSettings => ({
  clock: tickingClock(),
  randomness: nodeCrypto,
  machineId: '0'.repeat(32),
  app: 'test',
  keyStore: noKeyStore,
  migrations,
  invariants: [],
  ...changes,
})

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

export async function createdFile(
  path: string,
  files: SqliteCommitteeFiles = sqliteCommitteeFiles(settings()),
): Promise<{ readonly file: ShareableFile; readonly recoveryCode: string }> {
  return valueOf(await files.create(path, passphrase))
}

export const openedFile = async (
  path: string,
  files: SqliteCommitteeFiles = sqliteCommitteeFiles(settings()),
): Promise<ShareableFile> => valueOf(await files.open(path, { kind: 'passphrase', text: passphrase }))

export const act = (label: string, undoable = true): Act => ({ actor: secretary, label, undoable })

export const dossierData = (title: string, applicant: string, department = '56'): Omit<Dossier, 'id'> => ({
  title,
  applicant: {
    name: applicant,
    kind: 'commune',
    territoryCode: null,
    siren: null,
    siret: null,
    population: null,
    department: { code: department, name: 'Morbihan' },
  },
  description: '',
  objectives: '',
  annexes: [],
  source: '',
})

export const candidatureData = (
  dossierId: string,
  number: number,
  changes: Partial<Candidature> = {},
): OperationData['candidature.submit@1'] => ({
  dossierId,
  callId: 'call-1',
  number,
  requestedCents: (number * 100) as Candidature['requestedCents'],
  eligibleBaseCents: null,
  taxBasis: null,
  amountAsWritten: '',
  completeOn: null,
  toCheck: [],
  importId: null,
  ...changes,
})

/** Dossier `d<number>` and its candidature `c<number>` in call `call-1`. */
export function addCandidature(
  transaction: Transaction,
  number: number,
  title: string,
  applicant: string,
  changes: Partial<Candidature> & { readonly department?: string } = {},
): void {
  const { department, ...candidature } = changes
  valueOf(
    transaction.emit(
      'dossier.register@1',
      entityOf('dossier', `d${number}`),
      dossierData(title, applicant, department),
    ),
  )
  valueOf(
    transaction.emit(
      'candidature.submit@1',
      entityOf('candidature', `c${number}`),
      candidatureData(`d${number}`, number, candidature),
    ),
  )
}

export function withCandidature(file: CommitteeFile, number: number, title: string, applicant: string): void {
  valueOf(
    file.transact(act(`Candidature de ${applicant}`), (transaction) => {
      addCandidature(transaction, number, title, applicant)
      return ok(null)
    }),
  )
}
