import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { regularised } from '#shared/operations/replica/openReplica.ts'
import type { ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import { control } from './controlOperationsOf.ts'
import { type Copy, operationsOf } from './copy.ts'
import type { Message } from './message.ts'
import { sealed } from './sealed.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

const send = (to: string, message: Message): LaptopEffect => ({ do: 'send', to, message })
const written = (rows: Rows): readonly LaptopEffect[] => [{ do: 'write', rows }, { do: 'sync' }]

/** [SY7] [SY39] The chain cannot go on: nothing is sealed under it any more. */
export function renewed(
  copy: Copy,
  outputs: readonly ReplicaOutput[],
  behind: boolean,
  moment: Moment,
  { bug }: WorldOf,
): readonly LaptopEffect[] {
  const { dev, seq } = copy.head
  const told: readonly LaptopEffect[] = behind
    ? [{ do: 'show', what: { word: 'told-of-later', about: { device: dev, seq } } }]
    : []
  const isForked = outputs.some((output) => output.kind === 'must-enrol' && output.why === 'forked')
  if ((!behind && !isForked) || bug === 'Z11') return told
  return [...told, ...written(copy.renewDevice(moment))]
}

/** [SY25] What was refused because its chain forked is taken up again, under the new key. */
export function takenUp(
  copy: Copy,
  outputs: readonly ReplicaOutput[],
  log: string,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (log !== centreLog || world.bug === 'Z11') return []
  return outputs.flatMap((output): readonly LaptopEffect[] => {
    if (output.kind !== 'refused' || output.refusal.verdict !== 'forked') return []
    const own = copy.store.row('own', ownKey(output.refusal))
    const operations = own === null ? [] : operationsOf(own.commit)
    copy.store.change(regularised(output.cid))
    return operations.length === 0
      ? written(copy.store.take())
      : sealed(operations.map(newOperation), copy, moment, world)
  })
}

const newOperation = ({ k, e, d, ob }: ReturnType<typeof operationsOf>[number]): NewOperation =>
  ({
    kind: k,
    entity: e,
    data: d,
    ...(ob === undefined ? {} : { onBehalfOf: ob }),
  }) as unknown as NewOperation

/** The administrator enrols a laptop under its new key, once. */
export function enrolling(
  copy: Copy,
  from: string,
  { device, user }: Extract<Message, { kind: 'enrol' }>,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  if (copy.person.role !== 'administrator') return []
  const said = copy.ownOperations().some(({ e, k }) => k === 'device.enrol@1' && e === `device/${device}`)
  if (said) return [send(from, { kind: 'enrolled', device })]
  const publicKey = base64UrlEncode(world.cryptography.publicKeyOf(device))
  return sealed(
    [control('device.enrol@1', `device/${device}`, { user, publicKey, mayHub: false })],
    copy,
    moment,
    world,
  )
}
