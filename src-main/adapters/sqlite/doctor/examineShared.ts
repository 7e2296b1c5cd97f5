import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { CommitRecord } from '#shared/operations/authority/records.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import { stateAtVersion } from '#shared/operations/judge/stateAtVersion.ts'
import { type AggregateStates, type Entity, entityOf, parseEntity } from '#shared/operations/operation.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { aggregateKinds, aggregateTables, extractedColumns } from '../store/aggregateTables.ts'
import { hubSpacesOf } from '../sync/hubSpaces.ts'
import type { Checked, DoctorSettings } from './examine.ts'
import { named } from './examineAggregates.ts'
import { examineOwnChains } from './examineOwnChains.ts'
import { examineHeard, examineHubLog } from './examineReceipts.ts'

/**
 * A shared file: its copy agrees with the receipts and the commits that it holds, what is shown with the copy and with what
 * is pending, its own chains with their keys, the rooms that it orders with their logs.
 */
export function examineShared(settings: DoctorSettings, checked: Checked): string | null {
  for (const step of [examineHeard, examineOwnChains, examineCommits, examineShown, examineHubs]) {
    const finding = step(settings, checked)
    if (finding !== null) return finding
  }
  return null
}

/** What others signed, by its digests: their keys are with the authority. */
function examineCommits({ sync, ports }: DoctorSettings, checked: Checked): string | null {
  for (const [cid, record] of sync.copy.scan('commit')) {
    if (!isWhole(cid, record, ports)) return `L’enregistrement ${cid} reçu d’un autre poste a été modifié.`
    checked.commits += 1
  }
  return null
}

function isWhole(cid: string, { commit, erased }: CommitRecord, ports: DoctorSettings['ports']): boolean {
  const header = decodeCommitHeader(commit.header)
  if (!header.ok || base64UrlEncode(ports.sha256(commit.header)) !== cid) return false
  return erased || base64UrlEncode(ports.sha256(commit.body)) === header.value.bh
}

function examineShown(settings: DoctorSettings, checked: Checked): string | null {
  const { sync, stores } = settings
  const { copy } = sync
  let expected = 0
  const examine = (entity: string): string | null => {
    if (!Object.hasOwn(aggregateTables, entity.slice(0, entity.indexOf('/')))) return null
    const finding = examineOne(settings, entity as Entity)
    expected += 1
    checked.aggregates += 1
    return finding
  }
  for (const [entity, { version, state }] of copy.scan('aggregate')) {
    const folded = stateAtVersion(copy, entity, version)
    if (folded !== undefined && textOf(folded) !== textOf(state))
      return `${named(entity as Entity)} ne correspond pas, dans la copie partagée, à ce que le journal en dit.`
    const finding = examine(entity)
    if (finding !== null) return finding
  }
  for (const [entity] of copy.scan('pendingOn')) {
    if (copy.row('aggregate', entity) !== null) continue
    const finding = examine(entity)
    if (finding !== null) return finding
  }
  if (stores.aggregates.countRows() === expected) return null
  for (const kind of aggregateKinds)
    for (const id of stores.aggregates.ids(kind)) {
      const entity = entityOf(kind, id)
      if (shownState(copy, entity).version === 0)
        return `${named(entity)} est montré alors que la copie partagée n’en dit rien.`
    }
  return 'La base montre plus d’éléments que la copie partagée n’en tient.'
}

/** The tables that are read say what the copy shows: confirmed, then pending. */
function examineOne({ sync, stores }: DoctorSettings, entity: Entity): string | null {
  const { version, state } = shownState(sync.copy, entity)
  const stored = stores.aggregates.row(entity)
  const { kind } = parseEntity(entity)
  if (stored === undefined)
    return `${named(entity)} manque dans la base alors que la copie partagée en parle.`
  if (stored.version !== version || stored.text !== textOf(state))
    return `${named(entity)} (version ${stored.version}) ne correspond pas à la copie partagée (version ${version}).`
  const extracted = extractedColumns(kind, state as AggregateStates[typeof kind] | null)
  return extracted.some((value, rank) => value !== stored.extracted[rank])
    ? `${named(entity)} : les colonnes qui servent aux listes ne correspondent pas à la copie partagée.`
    : null
}

function examineHubs(settings: DoctorSettings): string | null {
  for (const { lease, rows } of hubSpacesOf(settings.database)) {
    const finding = examineHubLog(lease, rows, settings.ports)
    if (finding !== null) return finding
  }
  return null
}

const textOf = (state: object | null): string | null =>
  state === null ? null : canonicalJson(state as unknown as Json)
