import type { Json } from '#shared/kernel/canonicalJson.ts'
import { askKinds, askRefusals } from './asks.ts'
import {
  count,
  countOrNull,
  type Field,
  flag,
  listOf,
  oneOf,
  orNull,
  readFields,
  schemaRange,
  text,
  texts,
} from './controlFields.ts'
import type { RawFrame } from './rawFrame.ts'
import {
  byeReasons,
  type PartOf,
  type PushAnswer,
  type RoomWay,
  type WholeCommit,
  type WireContents,
  type WireType,
} from './wireFrame.ts'
import { maxCommitsPerPush } from './wireLimits.ts'

/** How one type of frame stands in its envelope. `read` gives undefined for anything that `write` would not have written. */
export interface FrameShape<C> {
  /** On the wire, for ever. */
  readonly number: number
  write(contents: C): { readonly control: RawFrame['control']; readonly parts: readonly Uint8Array[] }
  read(control: RawFrame['control'], parts: readonly Uint8Array[]): C | undefined
}

export const frameShapes: { readonly [T in WireType]: FrameShape<WireContents[T]> } = {
  challenge: {
    number: 1,
    write: ({ nonce, ...control }) => ({ control, parts: [nonce] }),
    read: (control, [nonce, ...rest]) => {
      const fields = readFields(control, { log: text, restores: count })
      return fields && isLong(nonce, 32) && rest.length === 0 ? { ...fields, nonce } : undefined
    },
  },
  hello: {
    number: 2,
    write: ({ nonce, receipt, proof, schemas, ...control }) => ({
      control: { ...control, schemas: [...schemas] },
      parts: [nonce, receipt ?? nothing, proof],
    }),
    read: (control, [nonce, receipt, proof, ...rest]) => {
      const fields = readFields(control, { device: text, cursor: count, schemas: schemaRange, app: text })
      if (!fields || !isLong(nonce, 32) || !isLong(proof, 64) || rest.length > 0) return undefined
      if (!isLong(receipt, fields.cursor === 0 ? 0 : 32)) return undefined
      return { ...fields, nonce, receipt: fields.cursor === 0 ? null : receipt, proof }
    },
  },
  welcome: {
    number: 3,
    write: ({ proof, schemas, ...control }) => ({
      control: { ...control, schemas: [...schemas] },
      parts: [proof],
    }),
    read: (control, [proof, ...rest]) => {
      const fields = readFields(control, {
        authority: text,
        head: count,
        knownSeq: count,
        schemas: schemaRange,
      })
      return fields && isLong(proof, 64) && rest.length === 0 ? { ...fields, proof } : undefined
    },
  },
  push: {
    number: 4,
    write: ({ batch, commits }) => ({
      control: { batch },
      parts: commits.flatMap(({ header, body, signature }) => [header, body, signature]),
    }),
    read: (control, parts) => {
      const fields = readFields(control, { batch: count })
      const commits = inGroups(parts, 3, readCommit)
      return fields && commits && commits.length > 0 && commits.length <= maxCommitsPerPush
        ? { ...fields, commits }
        : undefined
    },
  },
  verdicts: {
    number: 5,
    write: ({ answers, ...control }) => ({
      control: { ...control, answers: answers.map((answer): Json => ({ ...answer })) },
      parts: [],
    }),
    read: (control, parts) => {
      const fields = readFields(control, { log: text, batch: count, answers: listOf(pushAnswer) })
      const isWhole = fields && fields.answers.length > 0 && fields.answers.length <= maxCommitsPerPush
      return isWhole && parts.length === 0 ? fields : undefined
    },
  },
  feed: {
    number: 6,
    write: inSlices,
    read: (control, slices) => {
      const fields = readFields(control, {
        log: text,
        epoch: count,
        after: count,
        upTo: count,
        head: count,
        pulled: flag,
        part: count,
        parts: count,
      })
      return fields && isPart(fields, slices) ? { ...fields, slices } : undefined
    },
  },
  ask: {
    number: 7,
    write: inSlices,
    read: (control, slices) => {
      const fields = readFields(control, { id: count, what: oneOf(askKinds), part: count, parts: count })
      return fields && isPart(fields, slices) ? { ...fields, slices } : undefined
    },
  },
  pull: {
    number: 8,
    write: withoutParts,
    read: (control, parts) =>
      parts.length === 0
        ? readFields(control, { log: text, after: count, limitBytes: count, whole: flag })
        : undefined,
  },
  poke: {
    number: 9,
    write: withoutParts,
    read: (control, parts) =>
      parts.length === 0 ? readFields(control, { log: text, head: count }) : undefined,
  },
  held: {
    number: 10,
    write: withoutParts,
    read: (control, parts) => (parts.length === 0 ? readFields(control, { log: text, g: count }) : undefined),
  },
  answer: {
    number: 11,
    write: inSlices,
    read: (control, slices) => {
      const fields = readFields(control, {
        id: count,
        refusal: orNull(oneOf(askRefusals)),
        part: count,
        parts: count,
      })
      if (!fields) return undefined
      const isWhole = fields.refusal === null ? isPart(fields, slices) : isRefused(fields, slices)
      return isWhole ? { ...fields, slices } : undefined
    },
  },
  presence: {
    number: 12,
    write: ({ devices, ways }) => ({
      control: {
        devices: [...devices],
        ways: ways.map((way) => ({ ...way, addresses: [...way.addresses] })),
      },
      parts: [],
    }),
    read: (control, parts) =>
      parts.length === 0 ? readFields(control, { devices: texts, ways: listOf(roomWay) }) : undefined,
  },
  bye: {
    number: 13,
    write: withoutParts,
    read: (control, parts) =>
      parts.length === 0
        ? readFields(control, { reason: oneOf(byeReasons), retryAfterMs: countOrNull })
        : undefined,
  },
}

/** Where a type leaves a byte string out: none of ours is empty. */
const nothing = new Uint8Array(0)

function withoutParts(control: { readonly [name: string]: Json }) {
  return { control, parts: [] }
}

function inSlices<C extends PartOf>({ slices, ...control }: C) {
  return { control: control as unknown as RawFrame['control'], parts: slices }
}

/** A part bears something, so that a bound on parts bounds frames. */
const isPart = ({ part, parts }: Omit<PartOf, 'slices'>, slices: readonly Uint8Array[]): boolean =>
  part < parts && slices.length > 0 && slices.every(isSome)

const isRefused = ({ part, parts }: Omit<PartOf, 'slices'>, slices: readonly Uint8Array[]): boolean =>
  part === 0 && parts === 1 && slices.length === 0

const pushAnswer: Field<PushAnswer> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const control = value as RawFrame['control']
  switch (control.is) {
    case 'entry':
      return readFields(control, { is: oneOf(['entry'] as const), g: count })
    case 'carried':
      return readFields(control, { is: oneOf(['carried'] as const) })
    case 'duplicate':
      return readFields(control, { is: oneOf(['duplicate'] as const), verdict: orNull(text), g: countOrNull })
    case 'waiting':
      return readFields(control, { is: oneOf(['waiting'] as const), expectedSeq: count })
    case 'turned-away':
      return readFields(control, { is: oneOf(['turned-away'] as const), code: text })
    default:
      return undefined
  }
}

const roomWay: Field<RoomWay> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? readFields(value as RawFrame['control'], {
        device: text,
        addresses: texts,
        port: count,
        fingerprint: text,
      })
    : undefined

function readCommit([header, body, signature]: readonly Uint8Array[]): WholeCommit | undefined {
  return isSome(header) && isSome(body) && isLong(signature, 64) ? { header, body, signature } : undefined
}

function inGroups<T>(
  parts: readonly Uint8Array[],
  size: number,
  read: (group: readonly Uint8Array[]) => T | undefined,
): readonly T[] | undefined {
  if (parts.length % size !== 0) return undefined
  const groups: T[] = []
  for (let i = 0; i < parts.length; i += size) {
    const group = read(parts.slice(i, i + size))
    if (group === undefined) return undefined
    groups.push(group)
  }
  return groups
}

const isSome = (bytes: Uint8Array | undefined): bytes is Uint8Array => bytes !== undefined && bytes.length > 0
const isLong = (bytes: Uint8Array | undefined, length: number): bytes is Uint8Array =>
  bytes?.length === length
