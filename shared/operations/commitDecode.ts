import { parseJson } from '#shared/kernel/parseJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  type CommitBody,
  type CommitHeader,
  type CommittedOperation,
  commitFormat,
  type FollowedLog,
  type LogPosition,
  maxOperationsPerCommit,
} from './commit.ts'
import { base64UrlDecode } from './commitBase64Url.ts'
import { utf8Decode } from './commitUtf8.ts'

/** Reads a header. Refuses `commit.malformed`; an unknown format is malformed too, and its bytes stay as they are. */
export function decodeCommitHeader(bytes: Uint8Array): Result<CommitHeader> {
  const header = parse(bytes)
  return isHeader(header) ? ok(header) : refuse('commit.malformed', { part: 'header' })
}

/** Reads a body. Refuses `commit.malformed`. The data `d` of each operation is judged by the operation schemas. */
export function decodeCommitBody(bytes: Uint8Array): Result<CommitBody> {
  const body = parse(bytes)
  return isBody(body) ? ok(body) : refuse('commit.malformed', { part: 'body' })
}

function parse(bytes: Uint8Array): unknown {
  const text = utf8Decode(bytes)
  if (text === undefined) return undefined
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function isHeader(value: unknown): value is CommitHeader {
  return (
    isRecord(value) &&
    hasOnly(value, headerKeys) &&
    value.v === commitFormat &&
    isText(value.org) &&
    isText(value.dev) &&
    isCount(value.seq) &&
    value.seq >= 1 &&
    (value.seq === 1 ? value.prev === null : isDigest(value.prev)) &&
    Array.isArray(value.hlc) &&
    value.hlc.length === 2 &&
    value.hlc.every(isCount) &&
    isText(value.usr) &&
    isText(value.scope) &&
    (value.follow === null || isFollowed(value.follow)) &&
    (value.base === null || (value.follow !== null && isPosition(value.base))) &&
    isCount(value.sv) &&
    isText(value.app) &&
    isCount(value.n) &&
    value.n >= 1 &&
    value.n <= maxOperationsPerCommit &&
    isDigest(value.bh)
  )
}

function isBody(value: unknown): value is CommitBody {
  return (
    isRecord(value) &&
    hasOnly(value, bodyKeys) &&
    typeof value.salt === 'string' &&
    base64UrlDecode(value.salt)?.length === 16 &&
    Array.isArray(value.ops) &&
    value.ops.every(isOperation)
  )
}

function isOperation(value: unknown): value is CommittedOperation {
  return (
    isRecord(value) &&
    hasOnly(value, operationKeys) &&
    isText(value.id) &&
    isText(value.k) &&
    isText(value.e) &&
    (value.x === undefined || isCount(value.x)) &&
    (value.ob === undefined || isText(value.ob)) &&
    (value.re === undefined || isDigest(value.re)) &&
    value.d !== undefined
  )
}

const isFollowed = (value: unknown): value is FollowedLog =>
  isRecord(value) && hasOnly(value, ['log', 'epoch']) && isText(value.log) && isCount(value.epoch)

const isPosition = (value: unknown): value is LogPosition =>
  isRecord(value) && hasOnly(value, ['g', 'r']) && isCount(value.g) && isDigest(value.r)

const headerKeys = [
  'v',
  'org',
  'dev',
  'seq',
  'prev',
  'hlc',
  'usr',
  'scope',
  'follow',
  'base',
  'sv',
  'app',
  'n',
  'bh',
]
const bodyKeys = ['salt', 'ops']
const operationKeys = ['id', 'k', 'e', 'x', 'ob', 're', 'd']

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** An unknown member is refused: two readers must never understand one signed commit differently. */
const hasOnly = (value: Record<string, unknown>, keys: readonly string[]) =>
  Object.keys(value).every((key) => keys.includes(key))
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isDigest = (value: unknown) => typeof value === 'string' && base64UrlDecode(value)?.length === 32
