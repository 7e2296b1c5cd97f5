import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { mark } from '#shared/contract/schemas.ts'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import { fileSheet, markCriterion, reopenSheet } from '#shared/usecases/marks/sheets.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import type { GuestDoor } from '../../adapters/network/guests/guestDoor.ts'
import { guestRoutes } from '../../adapters/network/guests/guestRoutes.ts'
import type { GuestRefusal, GuestSheet } from './guestAnswers.ts'
import { type GuestPlace, guestHome, guestSheet, isOnAgenda, shownSheet } from './guestSheets.ts'
import { requestPace } from './requestPace.ts'

export interface GuestSiteSettings {
  readonly door: GuestDoor
  readonly sessionId: string
  /** Folder of the page: `index.html` and what it names. */
  readonly pageFolder: string
  /** The file through the eyes of this member, who writes nothing but his own sheets; null when nothing is open any more. */
  contextOf(memberId: string): UseCaseContext | null
  /** After a sheet was written: the windows read again, the room is told. */
  onWritten(): void
  nowMs(): number
}

/**
 * The page of the guests and its data, served by the hub beside the channels: nothing of the committee before a code, then
 * one member's own sheets of the session and nothing else, written by the same use cases as everywhere [SY9].
 */
export function guestSite(
  settings: GuestSiteSettings,
): (request: IncomingMessage, response: ServerResponse) => void {
  const sessions = guestRoutes(settings.door)
  const pace = requestPace(settings.nowMs)
  const page = readPage(settings.pageFolder)
  return (request, response) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value)
    if (!pace.mayPass(request.socket.remoteAddress ?? '')) return end(response, 429)
    if (sessions.answer(request, response)) return
    const path = request.url?.split('?')[0] ?? '/'
    const file = page.get(path)
    if (file !== undefined && request.method === 'GET') {
      response.setHeader('content-type', file.type)
      return void response.end(file.bytes)
    }
    if (!path.startsWith('/guest/')) return end(response, 404)
    response.setHeader('cache-control', 'no-store')
    const memberId = sessions.memberOf(request)
    const context = memberId === null ? null : settings.contextOf(memberId)
    if (memberId === null || context === null) return end(response, 401)
    // A cookie goes with what any page of this browser asks; only our own page says where it comes from.
    if (request.method !== 'GET' && request.headers.origin !== `https://${request.headers.host}`)
      return end(response, 403)
    answer(request, path, context, { memberId, sessionId: settings.sessionId }, settings.onWritten).then(
      (answered) => say(response, answered),
      () => response.destroy(),
    )
  }
}

async function answer(
  request: IncomingMessage,
  path: string,
  context: UseCaseContext,
  place: GuestPlace,
  onWritten: () => void,
): Promise<Result<unknown> | 'unknown'> {
  if (path === '/guest/sheets') return request.method === 'GET' ? guestHome(context, place) : 'unknown'
  const [, candidatureId = '', act] =
    /^\/guest\/sheets\/([^/]{1,200})(?:\/(mark|file|reopen))?$/.exec(path) ?? []
  if (candidatureId === '') return 'unknown'
  if (act === undefined)
    return request.method === 'GET' ? guestSheet(context, place, candidatureId) : 'unknown'
  if (request.method !== 'POST') return 'unknown'
  const body = await readBody(request)
  const written = write(context, place, candidatureId, act, body)
  if (written.ok) onWritten()
  return written
}

function write(
  context: UseCaseContext,
  place: GuestPlace,
  candidatureId: string,
  act: string,
  body: unknown,
): Result<GuestSheet> {
  const mine = isOnAgenda(context, place, candidatureId)
  if (!mine.ok) return mine
  const key = { candidatureId, evaluatorId: place.memberId }
  const done = (view: ReturnType<typeof markCriterion>) =>
    view.ok ? shownSheet(context, candidatureId, view.value) : view
  if (act === 'file') return done(fileSheet(context, key))
  if (act === 'reopen') return done(reopenSheet(context, { ...key, reason: 'Reprise depuis la salle' }))
  const typed = markInput.safeParse(body)
  if (!typed.success) return refuse('input.invalid')
  return done(markCriterion(context, { ...key, ...typed.data }))
}

const markInput = z.strictObject({ criterionCode: z.string().min(1).max(200), mark: mark.nullable() })

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > maxBodyBytes) throw new Error('too long')
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return undefined
  }
}

function say(response: ServerResponse, answered: Result<unknown> | 'unknown'): void {
  if (answered === 'unknown') {
    end(response, 404)
    return
  }
  response.setHeader('content-type', 'application/json')
  response.statusCode = answered.ok ? 200 : 409
  response.end(JSON.stringify(answered.ok ? answered.value : inWords(answered.refusal)))
}

const inWords = (refusal: Refusal): GuestRefusal => ({
  refused: refusal.code,
  sentence: refusalSentence(refusal),
})

function end(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.end()
}

interface PageFile {
  readonly type: string
  readonly bytes: Buffer
}

/** Read once: the page is small, and nothing else of the disk is ever served. */
function readPage(folder: string): ReadonlyMap<string, PageFile> {
  const scripts = [
    'guestPage.ts',
    'guestCalls.ts',
    'pendingWrites.ts',
    'drawHome.ts',
    'drawSheet.ts',
    'element.ts',
  ]
  const read = (name: string, type: string): PageFile => ({ type, bytes: readFileSync(join(folder, name)) })
  return new Map([
    ['/', read('index.html', 'text/html; charset=utf-8')],
    ['/page/guestPage.css', read('guestPage.css', 'text/css; charset=utf-8')],
    // Laid out without their types, under their own names: what they import is found where they say.
    ...scripts.map((name) => [`/page/${name}`, read(name, 'text/javascript; charset=utf-8')] as const),
  ])
}

const securityHeaders = [
  [
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
] as const

const maxBodyBytes = 64 * 1024
