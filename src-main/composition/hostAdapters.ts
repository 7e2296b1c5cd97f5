import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { TerritoryDirectory } from '#shared/domain/dossier/territory.ts'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import type { AllocationSolver } from '#shared/usecases/allocation/solver.ts'
import type { ReadImportSource } from '#shared/usecases/imports/importSource.ts'
import type {
  Digest,
  DocumentPress,
  PageCodeReader,
  SignatureReader,
  TemplateEngine,
} from '#shared/usecases/ports.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { pageCodeReader } from '../adapters/documents/codes/pageCodeReader.ts'
import { signatureReader } from '../adapters/documents/signatures/signatureReader.ts'
import { templateEngine } from '../adapters/documents/templates/templateEngine.ts'
import { noKeyStore } from '../adapters/keys/keyStore.ts'
import { machineId } from '../adapters/keys/machineId.ts'
import { nodeCrypto } from '../adapters/keys/nodeCrypto.ts'
import { sealedKeyFolder } from '../adapters/keys/sealedKeyFolder.ts'
import { highsSolver } from '../adapters/solver/highsSolver.ts'
import { type SqliteCommitteeFiles, sqliteCommitteeFiles } from '../adapters/sqlite/committeeFiles.ts'
import { migrations } from '../adapters/sqlite/migrations/migrations.ts'
import { loadTerritoryDirectory } from '../adapters/territories/loadTerritoryDirectory.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import { documentPress } from './documentPress.ts'
import { invariants } from './invariants.ts'
import { readImportSource } from './readImportSource.ts'

export interface HostAdapters {
  readonly version: string
  readonly clock: Clock
  readonly randomness: Randomness
  readonly digest: Digest
  readonly files: SqliteCommitteeFiles
  readonly press: DocumentPress
  readonly templates: TemplateEngine
  readonly signatures: SignatureReader
  readonly pageCodes: PageCodeReader
  readonly readSource: ReadImportSource
  /** Loads its WebAssembly at the first optimum. */
  readonly solver: AllocationSolver
  /** Loaded at the first use: most commands never need the national list. */
  territories(): TerritoryDirectory
}

export function hostAdapters(services: HostServices): HostAdapters {
  const clock: Clock = { nowMs: () => Date.now() }
  let directory: TerritoryDirectory | null = null
  return {
    version: packageJson.version,
    clock,
    randomness: nodeCrypto,
    digest: { sha256Hex: (content) => createHash('sha256').update(content).digest('hex') },
    files: sqliteCommitteeFiles({
      clock,
      randomness: nodeCrypto,
      machineId: machineId(services.userDataDir, nodeCrypto),
      app: packageJson.version,
      keyStore: keyStoreOf(services),
      migrations,
      invariants,
    }),
    press: documentPress(join(services.resourcesDir, 'fonts')),
    templates: templateEngine(),
    signatures: signatureReader(),
    pageCodes: pageCodeReader(),
    readSource: readImportSource,
    solver: highsSolver(),
    territories: () => {
      directory ??= loadTerritoryDirectory(join(services.resourcesDir, 'territories.json'))
      return directory
    },
  }
}

function keyStoreOf({ keyStore, userDataDir }: HostServices) {
  if (keyStore === null) return noKeyStore
  return sealedKeyFolder(userDataDir, {
    isAvailable: async () => keyStore.available,
    seal: async (plain) => keyStore.seal(Buffer.from(plain).toString('base64')),
    unseal: async (sealed) => new Uint8Array(Buffer.from(keyStore.unseal(sealed), 'base64')),
  })
}
