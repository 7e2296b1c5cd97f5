import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { enrolByCode } from '../../sync/centre/centreAccount.ts'
import { centreOf } from '../../sync/centre/centrePlace.ts'
import { joinCommittee } from '../../sync/centre/joinCommittee.ts'
import { leaveCentre } from '../../sync/centre/leaveCentre.ts'
import { linkFile } from '../../sync/centre/linkFile.ts'
import { lookAtServer } from '../../sync/centre/lookAtServer.ts'
import { people } from '../../sync/centre/people.ts'
import { readInvitation } from '../../sync/centre/readInvitation.ts'
import { exportLog } from '../../sync/exportLog.ts'
import { incidentLines } from '../../sync/incidentLines.ts'
import { regulariseLines } from '../../sync/regulariseLines.ts'
import { standingsOf } from '../../sync/standingsOf.ts'
import type { Handlers, HandlerTools } from '../handlerKinds.ts'
import { onOpenFile } from './onOpenFile.ts'

type SyncProcedure = Extract<keyof Handlers, `sync.${string}`>

/** How the file is shared with a server, who has access, what was refused. */
export function syncHandlers(tools: HandlerTools): Pick<Handlers, SyncProcedure> {
  const { memory, adapters, dispatcher, tell } = tools
  const ports = adapters.sync
  const onFile = onOpenFile(memory)
  const onShared = onOpenFile(memory, 'shared')
  /** The first copy under way. */
  let joining: { aborted: boolean } | null = null

  return {
    'sync.state': async () => ok(memory.engine?.state() ?? stateOfAlone),
    'sync.now': onFile(({ engine }) => engine.now()),
    'sync.pause': onFile(({ engine }) => engine.pause()),
    'sync.resume': onFile(({ engine }) => engine.resume()),
    'sync.look-at-server': async ({ origin }) => lookAtServer(origin, ports),
    'sync.join': async ({ origin, invitation, path, passphrase }) => {
      const read = await readInvitation(origin, invitation, ports)
      if (!read.ok) return read
      const signal = { aborted: false }
      joining = signal
      const joined = await joinCommittee(
        adapters.files,
        { path, passphrase, invitation: read.value },
        ports,
        {
          onProgress: (done, total) => tell({ kind: 'progress', label: 'Première copie', done, total }),
          signal,
        },
      )
      joining = null
      if (!joined.ok) return joined
      const secret = { kind: 'passphrase', text: passphrase } as const
      const opened = await dispatcher.call('file.open', { path, secret, remember: false })
      return opened.ok ? joined : opened
    },
    'sync.join-cancel': async () => {
      if (joining !== null) joining.aborted = true
      return ok(null)
    },
    'sync.link': onFile(async ({ file, engine }, { origin, invitation }) => {
      const read = await readInvitation(origin, invitation, ports)
      if (!read.ok) return read
      const linked = await linkFile(file, read.value, ports, (done, total) =>
        engine.showProgress({ what: 'first-copy', done, total }),
      )
      engine.showProgress(null)
      if (linked.ok) engine.begin()
      return linked
    }),
    'sync.enrol-again': onShared(async ({ file, engine }, { invitation }) => {
      const place = centreOf(file.sharing)
      const read = await readInvitation(place?.origin ?? '', invitation, ports)
      if (!read.ok) return read
      if (place === null) return refuse('sync.no-centre')
      if (read.value.organisation !== place.organisation) return refuse('sync.other-committee')
      const key = file.sharing.prepareDevice()
      const enrolled = await enrolByCode(place, read.value.code, key, ports.deviceName, ports.timers)
      if (!enrolled.ok) return enrolled
      const anew = file.sharing.enrolAnew(key.id)
      if (anew.ok) engine.begin()
      return anew
    }),
    'sync.leave': onShared(async ({ file, engine }) => {
      const left = await leaveCentre(file.sharing, ports)
      if (left.ok) engine.begin()
      return left
    }),
    'sync.people.list': onShared(({ file }) => people(file.sharing, ports).list()),
    'sync.people.invite': onShared(({ file }, who) =>
      isMember(file, who.memberId) ? people(file.sharing, ports).invite(who) : refuse('entity.missing'),
    ),
    'sync.people.invite-device': onShared(({ file }, { userId, mayHub }) =>
      people(file.sharing, ports).inviteDevice(userId, mayHub),
    ),
    'sync.people.cancel-invitation': onShared(({ file }, { invitationId }) =>
      people(file.sharing, ports).cancelInvitation(invitationId),
    ),
    'sync.people.mandate': onShared(({ file }, { userId, role, memberId }) =>
      isMember(file, memberId)
        ? people(file.sharing, ports).giveMandate(userId, role, memberId)
        : refuse('entity.missing'),
    ),
    'sync.people.end-mandate': onShared(({ file }, { mandateId }) =>
      people(file.sharing, ports).endMandate(mandateId),
    ),
    'sync.people.revoke-device': onShared(({ file }, { deviceId, cause }) =>
      people(file.sharing, ports).revokeDevice(deviceId, cause),
    ),
    'sync.to-regularise': onFile(({ file }) => ok(regulariseLines(file.sharing))),
    'sync.take-up': onShared(({ file, engine }, { cid, choice }) => {
      const context = memory.context()
      if (!context.ok) return context
      return settled(file.sharing.takeUp(context.value.actor, cid, choice), engine)
    }),
    'sync.let-go': onShared(({ file, engine }, { cid }) => settled(file.sharing.letGo(cid), engine)),
    'sync.standings': onFile(({ file }, { entities }) => ok(standingsOf(file.sharing, entities))),
    'sync.incidents': onFile(({ file }) => ok(incidentLines(file.sharing))),
    'sync.incident-seen': onShared(({ file, engine }, { id }) =>
      settled(file.sharing.incidentSeen(Number(id)), engine),
    ),
    'sync.audit-export': onShared(({ file }, { path }) => exportLog(file, path, ports)),
  }

  /** What was written here leaves, and the screens read again. */
  function settled(done: Result<null>, engine: { sealed(): void }): Result<null> {
    if (done.ok) {
      engine.sealed()
      if (memory.file !== null) tell({ kind: 'changed', savedAt: memory.savedAt, ...memory.file.undoState() })
    }
    return done
  }
}

/** A mandate of nobody would let its person mark as nobody. Null: this role is of no member. */
const isMember = (file: ShareableFile, memberId: string | null): boolean =>
  memberId === null || file.load('member', memberId) !== null

const stateOfAlone: SyncState = {
  sharing: 'alone',
  self: null,
  centre: null,
  follows: null,
  connection: 'stopped',
  why: null,
  lastContact: null,
  toSend: 0,
  received: 0,
  toRegularise: 0,
  readOnly: 0,
  incidents: 0,
  mustEnrol: null,
  progress: null,
  room: null,
  roomEnded: null,
}
