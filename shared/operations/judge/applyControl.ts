import type { Draft } from '../authority/draft.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { centreUser } from '../control/centreUser.ts'
import type { ControlData, ControlOperation } from '../control/controlOperation.ts'
import { isHubLog } from '../lease/lease.ts'
import type { Mandate } from '../rights/mandate.ts'
import { eraseBodies } from './eraseBodies.ts'
import { grantLease } from './grantLease.ts'
import { putDevice, putMandates } from './holdUnderLeases.ts'
import { type Applied, refused, type Trial } from './trial.ts'

/** [SY14] What the control scope says takes effect at its place in the log of the centre, and nowhere else. */
export function applyControl(trial: Trial): Applied {
  const { operation, place, rows } = trial
  if (isHubLog(place.log)) return refused({ verdict: 'forbidden', code: 'centre-only' })
  const id = operation.e.slice(operation.e.indexOf('/') + 1)
  const control = { kind: operation.k, entity: operation.e, data: operation.d } as unknown as ControlOperation
  switch (control.kind) {
    case 'user.invite@1':
      if (rows.row('user', id) !== null) return refused(exists)
      rows.put('user', id, { id, ...control.data })
      return done
    case 'user.change@1': {
      const user = rows.row('user', id)
      if (user === null) return refused(absent)
      rows.put('user', id, { ...user, ...control.data.set })
      return done
    }
    case 'device.enrol@1':
      // The centre has the one device that it was founded with.
      if (control.data.user === centreUser) return refused({ verdict: 'forbidden', code: 'centre-only' })
      if (rows.row('device', id) !== null) return refused(exists)
      if (rows.row('user', control.data.user) === null) return refused(absent)
      putDevice(rows, { id, ...control.data, standing: 'valid', lastSeq: null })
      return done
    case 'device.revoke@1':
      return revoked(rows, id, control.data)
    case 'device.found@1':
      // Said once, before anything else, by the centre of itself.
      return id === trial.commit.header.dev && id === centreUser && (rows.row('log', 'log')?.g ?? 0) === 0
        ? done
        : refused({ verdict: 'forbidden', code: 'centre-only' })
    case 'mandate.give@1': {
      const { user } = control.data
      if (rows.row('mandateOf', id) !== null) return refused(exists)
      if (rows.row('user', user) === null) return refused(absent)
      rows.put('mandateOf', id, { user })
      putMandates(rows, user, [...mandatesOf(rows, user), { id, ...control.data, ended: false }])
      return { ...accepted, effects: [{ user }] }
    }
    case 'mandate.end@1': {
      const user = rows.row('mandateOf', id)?.user
      if (user === undefined) return refused(absent)
      const list = mandatesOf(rows, user).map((each) => (each.id === id ? { ...each, ended: true } : each))
      putMandates(rows, user, list)
      return { ...accepted, effects: [{ user }] }
    }
    case 'lease.grant@1':
    case 'lease.open@1':
      return grantLease(trial, id, control)
    case 'lease.void@1': {
      const lease = rows.row('lease', id)
      if (lease?.standing !== 'open') return refused(absent)
      // Its scopes stay deferred until the order is rebuilt from the receipts that the devices hold [SY21].
      rows.put('lease', id, { ...lease, standing: 'voided' })
      return done
    }
    case 'erasure.order@1':
      return eraseBodies(trial, control.data.commits)
  }
}

function revoked(rows: Draft, id: string, { cause, lastSeq }: ControlData['device.revoke@1']): Applied {
  const device = rows.row('device', id)
  if (device === null) return refused(absent)
  // A retired device may turn out to be compromised; what is compromised or forked never comes back.
  const mayChange = device.standing === 'valid' || (device.standing === 'retired' && cause === 'compromised')
  if (!mayChange) return refused(exists)
  putDevice(rows, { ...device, standing: cause, lastSeq: Math.min(lastSeq, device.lastSeq ?? lastSeq) })
  return done
}

const mandatesOf = (rows: Draft, user: string): readonly Mandate[] => rows.row('mandates', user)?.list ?? []

const done: Applied = { ...accepted, effects: [] }
const absent: Ruling = { verdict: 'invalid', code: 'missing' }
const exists: Ruling = { verdict: 'invalid', code: 'exists' }
