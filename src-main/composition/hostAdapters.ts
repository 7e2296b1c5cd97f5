import { createHash } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
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
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { pageCodeReader } from '../adapters/documents/codes/pageCodeReader.ts'
import { signatureReader } from '../adapters/documents/signatures/signatureReader.ts'
import { templateEngine } from '../adapters/documents/templates/templateEngine.ts'
import { noKeyStore } from '../adapters/keys/keyStore.ts'
import { machineId } from '../adapters/keys/machineId.ts'
import { nodeCrypto } from '../adapters/keys/nodeCrypto.ts'
import { sealedKeyFolder } from '../adapters/keys/sealedKeyFolder.ts'
import { ownAddresses } from '../adapters/network/discovery/ownAddresses.ts'
import { nodeTimers } from '../adapters/network/nodeTimers.ts'
import { highsSolver } from '../adapters/solver/highsSolver.ts'
import { type SqliteCommitteeFiles, sqliteCommitteeFiles } from '../adapters/sqlite/committeeFiles.ts'
import { migrations } from '../adapters/sqlite/migrations/migrations.ts'
import { loadTerritoryDirectory } from '../adapters/territories/loadTerritoryDirectory.ts'
import type { HostServices } from '../hosts/hostServices.ts'
import type { SyncPorts } from '../sync/syncPorts.ts'
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
  /** What the sharing of a file asks of this machine. */
  readonly sync: SyncPorts
  /** Loads its WebAssembly at the first optimum. */
  readonly solver: AllocationSolver
  /** Loaded at the first use: most commands never need the national list. */
  territories(): TerritoryDirectory
}

export function hostAdapters(services: HostServices): HostAdapters {
  const clock: Clock = { nowMs: () => Date.now() }
  const digest: Digest = { sha256Hex: (content) => createHash('sha256').update(content).digest('hex') }
  let directory: TerritoryDirectory | null = null
  return {
    version: packageJson.version,
    clock,
    randomness: nodeCrypto,
    digest,
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
    sync: {
      clock,
      randomness: nodeCrypto,
      timers: nodeTimers,
      crypto: nodeCrypto,
      judge: { factsDigest: factsDigest(digest) },
      app: packageJson.version,
      deviceName: hostname(),
      guestPageFolder: join(services.resourcesDir, 'guests'),
      piecesFolder: join(services.userDataDir, 'pieces'),
      addresses: () =>
        ownAddresses(networkInterfaces())
          .map(({ address }) => address)
          .join(),
    },
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
