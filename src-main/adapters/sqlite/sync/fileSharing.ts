import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import { enrolAgain } from '#shared/operations/replica/enrolAgain.ts'
import { openReplica, regularised } from '#shared/operations/replica/openReplica.ts'
import type { FileSharing, MustEnrol, SharingState } from '#shared/usecases/sharingPorts.ts'
import { adoptFile } from './adoptFile.ts'
import { fileAttachments } from './fileAttachments.ts'
import { readSelf, writePeople, writeSelf } from './fileSelf.ts'
import { hubSpaces } from './hubSpaces.ts'
import { refusedCommits } from './refusedCommits.ts'
import type { SharedFileParts } from './sharedFileParts.ts'
import { shownFileStates } from './shownFileStates.ts'
import { takeUpCommit } from './takeUpCommit.ts'
import { takingIn } from './takingIn.ts'

/** The port {@link FileSharing} over an open file. */
export function fileSharing(parts: SharedFileParts): FileSharing {
  const { database, stores, sync, transaction, whenFree } = parts
  const { copy, devices, settings, incidents } = sync
  const taking = takingIn(parts)

  const state = (): SharingState => {
    const head = copy.row('ownHead', 'own')
    return {
      sharing: readSelf(settings) === null ? 'alone' : 'shared',
      toSend: taking.unsettled(),
      toRegularise: copy.count('toRegularise'),
      readOnly: copy.count('readOnly'),
      incidents: incidents.unseen(),
      mustEnrol:
        head === null
          ? null
          : head.mustEnrol
            ? ((settings.read(whyName) as MustEnrol | null) ?? taking.whyRefused())
            : devices.current()?.id === head.dev
              ? null
              : 'copied',
    }
  }

  return {
    state,
    self: () => {
      const self = readSelf(settings)
      const dev = copy.row('ownHead', 'own')?.dev
      return self === null || dev === undefined ? null : { ...self, device: dev }
    },
    prepareDevice: () => transaction(() => devices.prepare()),
    device: () => devices.current(),
    states: () => shownFileStates(stores.aggregates),
    share: ({ user, name, device, log, mandates }) => {
      if (readSelf(settings) !== null) return refuse('sync.already-shared')
      if (database.inTransaction) return refuse('entity.changed-meanwhile')
      return transaction(() => {
        if (!devices.use(device)) return refuse('entity.missing', { device })
        adoptFile(copy, shownFileStates(stores.aggregates), device)
        copy.apply(openReplica(device, log))
        copy.apply([{ table: 'cursor', key: log, row: { log, epoch: 0, g: 0, r: new Uint8Array(32) } }])
        writeSelf(settings, { user, name, mandates })
        // Nobody takes anything back behind this place [SY32].
        stores.acts.record(user, 'Partage du fichier', 'lasting')
        return ok(null)
      })
    },
    enrolAnew: (device) =>
      transaction(() => {
        if (!devices.use(device)) return refuse('entity.missing', { device })
        const changes = enrolAgain(copy, device)
        if (lacks(changes)) throw new Error('a copy in the file lacks no row')
        copy.apply(changes)
        settings.write(whyName, null)
        return ok(null)
      }),
    learn: ({ mandates, people }) =>
      whenFree(() => {
        const self = readSelf(settings)
        if (self !== null && mandates !== undefined) writeSelf(settings, { ...self, mandates })
        if (people !== undefined) writePeople(settings, people)
      }),
    mustEnrol: (why) =>
      whenFree(() => {
        const head = copy.row('ownHead', 'own')
        if (head === null) return
        copy.apply([{ table: 'ownHead', key: 'own', row: { ...head, mustEnrol: true } }])
        settings.write(whyName, why)
      }),
    isBusy: () => database.inTransaction,
    copy: { row: taking.row, scan: (table) => copy.scan(table), write: taking.write },
    take: taking.take,
    hubs: hubSpaces(parts),
    toRegularise: () => refusedCommits(stores, sync),
    takeUp: (actor, cid, choice) => takeUpCommit(parts, actor, cid, choice),
    letGo: (cid) => {
      if (copy.row('toRegularise', cid) === null) return refuse('entity.missing', { cid })
      if (database.inTransaction) return refuse('entity.changed-meanwhile')
      return transaction(() => {
        copy.apply(regularised(cid))
        return ok(null)
      })
    },
    incidents: () => incidents.list(),
    incidentSeen: (id) => {
      if (database.inTransaction) return refuse('entity.changed-meanwhile')
      return incidents.see(id) ? ok(null) : refuse('entity.missing', { incident: id })
    },
    noteIncident: (incident) => whenFree(() => incidents.note(incident)),
    attachments: fileAttachments(parts),
    kept: (name): Json | null => settings.read(hostName(name)),
    keep: (name, value) => whenFree(() => settings.write(hostName(name), value)),
  }
}

/** Why this device must enrol again. */
const whyName = 'must-enrol'

const hostName = (name: string): string => `host/${name}`
