import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import { deviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { CommitteeFiles, ShareableFile } from '#shared/usecases/ports.ts'
import type { CentreInvitation } from '../../adapters/network/joining/centreInvitation.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { committeeAt, enrolByCode, makeContact, whoAmI } from './centreAccount.ts'
import { centreOf, keepCentre } from './centrePlace.ts'
import { connectToCentre } from './connectToCentre.ts'
import { centreLog } from './linkFile.ts'
import { type FirstCopyControl, takeFirstCopy } from './takeFirstCopy.ts'

/**
 * A first copy: a file of its own is begun beside the one to be, its key enrolled, its content fetched; only when it is
 * whole does it take the name [HS4]. Cut anywhere, the same call goes on from there. Refuses `file.exists`,
 * `file.weak-passphrase`, `file.wrong-secret` when another passphrase began it, `sync.invitation-malformed`,
 * `sync.no-file-yet` when no file was brought to that organisation yet, `file.cancelled`, what the accounts refuse, and
 * the way there.
 */
export async function joinCommittee(
  files: CommitteeFiles,
  wish: { readonly path: string; readonly passphrase: string; readonly invitation: CentreInvitation },
  ports: SyncPorts,
  control: FirstCopyControl,
): Promise<Result<{ readonly recoveryCode: string }>> {
  const { path, invitation } = wish
  if (existsSync(path)) return refuse('file.exists', { path })
  const draft = join(dirname(path), `.${basename(path)}.premiere-copie`)
  const begun = await openDraft(files, draft, wish, ports)
  if (!begun.ok) return begun
  const file = begun.value
  let filled: Result<{ readonly recoveryCode: string }>
  let isKnown = file.sharing.state().sharing === 'shared'
  try {
    const enrolled = isKnown ? ok(null) : await enrol(file, invitation, ports)
    isKnown ||= enrolled.ok
    filled = enrolled.ok ? await fill(file, ports, control) : enrolled
  } finally {
    file.close()
  }
  if (!filled.ok) {
    // Refused at the door: another invitation begins anew, maybe of another committee or under another passphrase.
    if (!isKnown && filled.refusal.code === 'account.code-refused')
      for (const suffix of ['', '-wal', '-shm']) rmSync(draft + suffix, { force: true })
    return filled
  }
  if (existsSync(path)) return refuse('file.exists', { path })
  renameSync(draft, path)
  for (const suffix of ['-wal', '-shm']) rmSync(draft + suffix, { force: true })
  return filled
}

async function openDraft(
  files: CommitteeFiles,
  draft: string,
  { passphrase, invitation }: { readonly passphrase: string; readonly invitation: CentreInvitation },
  ports: SyncPorts,
): Promise<Result<ShareableFile>> {
  if (existsSync(draft)) return files.open(draft, { kind: 'passphrase', text: passphrase })
  const committee = await committeeAt(invitation, ports.timers)
  if (!committee.ok) return committee
  if (committee.value === null) return refuse('sync.no-file-yet')
  const created = await files.createCopy(draft, passphrase, committee.value)
  if (!created.ok) return created
  // Shown once, at the end: until then the draft keeps it, sealed like the rest.
  created.value.file.sharing.keep(recoveryName, created.value.recoveryCode)
  return ok(created.value.file)
}

async function enrol(
  file: ShareableFile,
  invitation: CentreInvitation,
  ports: SyncPorts,
): Promise<Result<null>> {
  const key = file.sharing.prepareDevice()
  const enrolled = await enrolByCode(invitation, invitation.code, key, ports.deviceName, ports.timers)
  // A cut after the enrolment: the code has served, and the key of this draft is known.
  const contact = enrolled.ok ? enrolled : await makeContact(invitation, key, ports.timers)
  const welcomed = contact.ok ? contact : enrolled
  if (!welcomed.ok) return welcomed
  const me = await whoAmI(invitation, welcomed.value.session, ports.timers)
  if (!me.ok) return me
  const log = centreLog(invitation.organisation)
  const { origin, organisation, pin } = invitation
  const { authorityKey, userId } = welcomed.value
  keepCentre(file.sharing, { origin, organisation, authority: centreUser, authorityKey, log, pin })
  const { name, mandates } = me.value
  const shared = file.sharing.share({ user: userId, name, device: key.id, log, mandates })
  // Nothing of the committee is here yet: all of it is to be taken, as it stands now.
  return shared.ok ? file.sharing.copy.write([{ table: 'anew', key: log, row: { g: 0 } }]) : shared
}

/** Until everything that there is was taken. */
async function fill(
  file: ShareableFile,
  ports: SyncPorts,
  control: FirstCopyControl,
): Promise<Result<{ readonly recoveryCode: string }>> {
  const place = centreOf(file.sharing)
  if (place === null) return refuse('sync.no-centre')
  const reached = await connectToCentre(file.sharing, place, ports)
  if (!reached.ok) return reached
  const { channel, followed } = reached.value
  const done = await new Promise<Result<null>>((settle) => {
    const exchange = deviceExchange({
      store: file.sharing,
      ports: ports.crypto,
      nowMs: () => ports.clock.nowMs(),
      takeAnew: async (exchange) => {
        const taken = await takeFirstCopy(file, followed, exchange, ports.crypto, control)
        if (!taken.ok) end(taken)
        return taken.ok
      },
      tell: (event) => {
        if (event.kind === 'mandates') file.sharing.learn({ mandates: event.mandates })
        if (event.kind === 'up-to-date') end(ok(null))
        if (event.kind === 'closed') end(refuse('server.lost'))
        if (event.kind === 'broken') end(refuse('first-sync.altered', { scope: event.why }))
        if (event.kind === 'store-failed') end(refuse('file.disk-full'))
      },
    })
    const stopTicking = ports.timers.every(tickMs, () => {
      if (control.signal.aborted) end(refuse('file.cancelled'))
      else exchange.tick()
    })
    exchange.follow(channel, followed)

    function end(result: Result<null>): void {
      stopTicking()
      settle(result)
      // Not within the step that says so: its rows are being written.
      setImmediate(() => exchange.close())
    }
  })
  if (!done.ok) return done
  const kept = file.sharing.kept(recoveryName)
  file.sharing.keep(recoveryName, null)
  return ok({ recoveryCode: typeof kept === 'string' ? kept : '' })
}

const recoveryName = 'recovery-code'
const tickMs = 500
