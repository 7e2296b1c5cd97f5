import type { Database } from 'better-sqlite3'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import { foldVersion } from '#shared/operations/foldVersion.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import { takeRow } from '#shared/operations/replica/takeRows.ts'
import type { DeviceKey, Enrolment } from '#shared/usecases/sharingPorts.ts'
import type { FirstSyncTables } from '../../bundles/firstSyncLoad.ts'
import { reservePages } from '../file/reservedPages.ts'
import { migrate } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/migrations.ts'
import { fileStores } from '../store/fileStores.ts'
import { awaitedBlobs } from './awaitedBlobs.ts'
import { writeSelf } from './fileSelf.ts'
import { showAgain, touchedBy } from './shownStates.ts'
import { spaceRows } from './spaceRows.ts'
import { syncDevices } from './syncDevices.ts'
import { syncSettings } from './syncSettings.ts'

export interface FirstCopySettings {
  /** The committee: id of its file. */
  readonly fileId: string
  readonly machineId: string
  readonly migrations: readonly Migration[]
  readonly nowMs: number
  /** Enrolled at the centre already; its key begins to live in the file. */
  readonly key: DeviceKey
  readonly enrolment: Enrolment
}

/**
 * What the chunks of a first copy become: a whole file of this program, whose copy and shown tables hold what the rows say
 * ({@link FedRow}, one a line), at the place of the log that the manifests name. Rows of another shape: `first-sync.malformed`.
 */
export function firstCopyTables(settings: FirstCopySettings): FirstSyncTables {
  const { fileId, machineId, migrations, nowMs, key, enrolment } = settings
  return {
    prepare: (database) => {
      reservePages(database)
      migrate(database, migrations)
      database
        .prepare('INSERT INTO file_identity (only, file_id, created_at_ms, fold_version) VALUES (1, ?, ?, ?)')
        .run(fileId, nowMs, foldVersion)
    },
    write: (database, { org, log }, rows) => {
      if (org !== fileId || log !== enrolment.log || !rows.every(isFedRow))
        return refuse('first-sync.malformed')
      const copy = spaceRows(database, 'copy')
      const stores = fileStores(database)
      const draft = openDraft(copy)
      for (const row of rows) takeRow(draft, row as unknown as FedRow, log)
      const changes = draft.changes()
      copy.apply(changes)
      showAgain({ copy, ...stores }, touchedBy(changes))
      awaitedBlobs(database, stores.blobs).citedBy(changes)
      return ok(null)
    },
    countRows: (database) => spaceRows(database, 'copy').count('aggregate'),
    finish: (database, manifests) => {
      const copy = spaceRows(database, 'copy')
      copy.apply(openReplica(key.id, enrolment.log))
      const [manifest] = manifests
      const { g = 0, r = '' } = manifest ?? {}
      const receipt = base64UrlDecode(r) ?? new Uint8Array(32)
      copy.apply([
        { table: 'cursor', key: enrolment.log, row: { log: enrolment.log, epoch: 0, g, r: receipt } },
      ])
      install(database, machineId, key)
      const { user, name, mandates } = enrolment
      writeSelf(syncSettings(database), { user, name, mandates })
    },
  }
}

/** The key was made before there was a file; nothing is drawn here. */
function install(database: Database, machineId: string, key: DeviceKey): void {
  const none = { nowMs: () => 0, bytes: (length: number) => new Uint8Array(length) }
  syncDevices(database, machineId, none, none).install(key)
}

const isFedRow = (row: Json): boolean => {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false
  const { entity, aggregate, g } = row as { readonly [name: string]: Json | undefined }
  return (
    typeof entity === 'string' &&
    entity.includes('/') &&
    Number.isSafeInteger(g) &&
    typeof aggregate === 'object' &&
    aggregate !== null &&
    !Array.isArray(aggregate) &&
    Number.isSafeInteger((aggregate as { readonly version?: Json }).version)
  )
}
