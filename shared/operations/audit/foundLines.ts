import type { AuditedDevice, AuditedMandate, AuditedState, AuditLine } from './auditLine.ts'
import type { AuditSource } from './auditLines.ts'
import { inNameOrder } from './foundingDigest.ts'
import type { SeenLog } from './lookThrough.ts'

/** What a log was founded on [SY32, SY61], each kind in the order of its names: what its first entry gives the digest of. */
export interface Founding {
  readonly devices: readonly AuditedDevice[]
  readonly mandates: readonly AuditedMandate[]
  readonly states: readonly AuditedState[]
}

/**
 * From the rows that a centre wrote at the founding; where they are not (a copy, a log that goes on from no file), the devices
 * and mandates that no entry gave.
 * @param withStates false where states are of another moment: the log of a room.
 */
export async function foundingOf(source: AuditSource, seen: SeenLog, withStates: boolean): Promise<Founding> {
  const people = await source.row('founding', 'log')
  const states: AuditedState[] = []
  if (withStates)
    for await (const [entity, state] of source.scan('founded')) states.push({ is: 'state', entity, state })
  return {
    devices: people?.devices ?? (await foundDevices(source, seen)),
    mandates: people?.mandates ?? (await foundMandates(source, seen)),
    states: states.sort((one, other) => inNameOrder(one.entity, other.entity)),
  }
}

/** What stands before the first entry: the founding, every other device with its key, chains that go on from before, leases. */
export async function* foundLines(
  source: AuditSource,
  seen: SeenLog,
  { devices, mandates, states }: Founding,
): AsyncGenerator<AuditLine> {
  yield* devices
  const found = new Set(devices.map(({ id }) => id))
  for await (const [id, { user, publicKey }] of source.scan('device'))
    if (!found.has(id)) yield { is: 'device', id, user, key: publicKey, founding: false }
  yield* mandates
  for (const [dev, { seq, prev }] of seen.firsts)
    if (seq > 1 && prev !== null) yield { is: 'chain', dev, seq: seq - 1, id: prev }
  yield* states
  for await (const [id, { session, dossiers, hub, successors, standing, endedG }] of source.scan('lease'))
    yield { is: 'lease', id, session, dossiers, hub, successors, standing, endedG }
}

async function foundDevices(source: AuditSource, seen: SeenLog): Promise<readonly AuditedDevice[]> {
  const devices: AuditedDevice[] = []
  for await (const [id, { user, publicKey, standing, lastSeq }] of source.scan('device')) {
    if (seen.devices.has(id)) continue
    const wasRevoked = standing !== 'valid' && !seen.stopped.has(id) && lastSeq !== null
    devices.push({
      ...{ is: 'device', id, user, key: publicKey, founding: true },
      ...(wasRevoked ? { lastSeq } : {}),
    })
  }
  return devices.sort((one, other) => inNameOrder(one.id, other.id))
}

async function foundMandates(source: AuditSource, seen: SeenLog): Promise<readonly AuditedMandate[]> {
  const mandates: AuditedMandate[] = []
  for await (const [, { list }] of source.scan('mandates'))
    for (const { id, user, role, memberId, dossiers, ended } of list)
      if (!seen.mandates.has(id) && (!ended || seen.endedMandates.has(id)))
        mandates.push({ is: 'mandate', id, user, role, memberId, dossiers })
  return mandates.sort((one, other) => inNameOrder(one.id, other.id))
}
