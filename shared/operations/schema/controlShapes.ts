import { base64UrlDecode } from '../commitBase64Url.ts'
import type { ControlData, ControlKind } from '../control/controlOperation.ts'
import { roles } from '../rights/mandate.ts'
import {
  count,
  exactly,
  flag,
  list,
  named,
  nothing,
  nullable,
  oneOf,
  type Shape,
  some,
  text,
} from './shape.ts'

const key32: Shape<string> = (value): value is string =>
  typeof value === 'string' && base64UrlDecode(value)?.length === 32

export const controlShapes: { readonly [K in ControlKind]: Shape<ControlData[K]> } = {
  'user.invite@1': exactly<ControlData['user.invite@1']>({ name: text, email: text }),
  'user.change@1': exactly<ControlData['user.change@1']>({
    set: some<ControlData['user.change@1']['set']>({ name: text, email: text }),
  }),
  'device.enrol@1': exactly<ControlData['device.enrol@1']>({ user: named, publicKey: key32, mayHub: flag }),
  'device.revoke@1': exactly<ControlData['device.revoke@1']>({
    lastSeq: count(),
    cause: oneOf('retired', 'compromised'),
  }),
  'device.found@1': exactly<ControlData['device.found@1']>({ digest: key32 }),
  'mandate.give@1': exactly<ControlData['mandate.give@1']>({
    user: named,
    role: oneOf(...roles),
    memberId: nullable(named),
    dossiers: list(named),
  }),
  'mandate.end@1': nothing,
  'lease.grant@1': exactly<ControlData['lease.grant@1']>({
    session: named,
    hub: named,
    successors: list(named),
    from: count(),
    to: count(),
  }),
  'lease.open@1': exactly<ControlData['lease.open@1']>({
    session: named,
    successors: list(named),
    from: count(),
    to: count(),
  }),
  'lease.void@1': exactly<ControlData['lease.void@1']>({ reason: named }),
  'erasure.order@1': exactly<ControlData['erasure.order@1']>({ commits: list(key32), reason: named }),
}
