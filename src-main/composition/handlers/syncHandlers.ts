import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Handlers, HandlerTools } from '../handlerKinds.ts'

type SyncProcedure = Extract<keyof Handlers, `sync.${string}`>

/** How the file is shared with a server: a file that is alone says so. */
export function syncHandlers({ memory }: HandlerTools): Pick<Handlers, SyncProcedure> {
  const alone = async () => {
    const context = memory.context()
    return context.ok ? refuse('sync.alone') : context
  }
  return {
    'sync.state': async () => ok(stateOfAlone),
    'sync.now': alone,
    'sync.pause': alone,
    'sync.resume': alone,
    'sync.look-at-server': alone,
    'sync.join': alone,
    'sync.join-cancel': alone,
    'sync.link': alone,
    'sync.enrol-again': alone,
    'sync.leave': alone,
    'sync.people.list': alone,
    'sync.people.invite': alone,
    'sync.people.invite-device': alone,
    'sync.people.cancel-invitation': alone,
    'sync.people.mandate': alone,
    'sync.people.end-mandate': alone,
    'sync.people.revoke-device': alone,
    'sync.to-regularise': alone,
    'sync.take-up': alone,
    'sync.let-go': alone,
    'sync.standings': async () => ok([]),
    'sync.incidents': alone,
    'sync.incident-seen': alone,
    'sync.audit-export': alone,
  }
}

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
}
