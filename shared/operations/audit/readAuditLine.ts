import type { AuditLine } from './auditLine.ts'

/** One line of an export; null for what is none. Whatever stands there, it answers. */
export function readAuditLine(text: string): AuditLine | null {
  const read = parsed(text)
  if (!isRecord(read) || typeof read.is !== 'string' || !Object.hasOwn(shapes, read.is)) return null
  return shapes[read.is as AuditLine['is']](read) ? (read as unknown as AuditLine) : null
}

type Member = (value: unknown) => boolean

const isText: Member = (value) => typeof value === 'string'
const isFlag: Member = (value) => typeof value === 'boolean'
const isCount: Member = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isInstant: Member = (value) => Number.isSafeInteger(value)
const orNull =
  (member: Member): Member =>
  (value) =>
    value === null || member(value)
const maybe =
  (member: Member): Member =>
  (value) =>
    value === undefined || member(value)
const listOf =
  (member: Member): Member =>
  (value) =>
    Array.isArray(value) && value.every(member)
const mapOf =
  (member: Member): Member =>
  (value) =>
    isRecord(value) && Object.values(value).every(member)
const shape =
  (members: Readonly<Record<string, Member>>): Member =>
  (value) =>
    isRecord(value) && Object.entries(members).every(([name, member]) => member(value[name]))
const among =
  (...values: readonly unknown[]): Member =>
  (value) =>
    values.includes(value)

const entry = shape({
  log: isText,
  epoch: isCount,
  g: isCount,
  cid: isText,
  verdict: isText,
  code: isText,
  at: isInstant,
  via: orNull(isText),
})

const foundState = shape({
  instanceType: maybe(isText),
  proxiesPerHolder: maybe(isCount),
  role: maybe(isText),
  voice: maybe(isText),
  inOffice: maybe(isFlag),
  substituteOf: maybe(orNull(isText)),
  dossierId: maybe(isText),
  mergedInto: maybe(orNull(isText)),
  status: maybe(isText),
  counting: maybe(isText),
  secondConvocation: maybe(isFlag),
  agenda: maybe(
    listOf(shape({ id: isText, candidatureId: orNull(isText), kind: isText, opinion: orNull(isText) })),
  ),
  present: maybe(listOf(isText)),
  substitutions: maybe(mapOf(isText)),
  proxies: maybe(listOf(shape({ giverId: isText, holderId: isText }))),
})

/** Total: a new line does not compile until its shape stands here. */
const shapes: Readonly<Record<AuditLine['is'], Member>> = {
  'delibere-audit': shape({
    format: among(1),
    log: isText,
    authorityKey: isText,
    reader: among('all', 'part'),
    at: isInstant,
    from: maybe(shape({ g: isCount, r: isText })),
  }),
  device: shape({ id: isText, user: isText, key: isText, founding: isFlag, lastSeq: maybe(isCount) }),
  mandate: shape({
    id: isText,
    user: isText,
    role: isText,
    memberId: orNull(isText),
    dossiers: listOf(isText),
  }),
  chain: shape({ dev: isText, seq: isCount, id: isText }),
  state: shape({ entity: isText, state: orNull(foundState) }),
  lease: shape({
    id: isText,
    session: isText,
    dossiers: listOf(isText),
    hub: isText,
    successors: listOf(isText),
    standing: isText,
    endedG: orNull(isCount),
  }),
  entry: shape({
    entry,
    commit: orNull(shape({ header: isText, body: orNull(isText), signature: isText })),
  }),
  'run-entry': shape({ run: isText, entry }),
  checkpoint: shape({
    run: maybe(isText),
    log: isText,
    epoch: isCount,
    g: isCount,
    r: isText,
    at: isInstant,
    signature: isText,
  }),
  end: shape({ entries: isCount }),
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
