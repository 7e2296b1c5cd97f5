import type { GuestHome, GuestRefusal, GuestSheet } from '../guestAnswers.ts'

/** `away`: the room was not reached. `out`: no session, or over. Else what it said. */
export type Called<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: GuestRefusal }
  | { readonly kind: 'out' }
  | { readonly kind: 'away' }

export const enter = (code: string): Promise<Called<null>> =>
  call('/guest/session', { method: 'POST', body: JSON.stringify({ code }) })

export const leave = (): Promise<Called<null>> => call('/guest/session', { method: 'DELETE' })

export const readHome = (): Promise<Called<GuestHome>> => call('/guest/sheets')

export const readSheet = (candidatureId: string): Promise<Called<GuestSheet>> =>
  call(sheetPath(candidatureId))

export const writeSheet = (
  candidatureId: string,
  act: 'mark' | 'file' | 'reopen',
  body: unknown,
): Promise<Called<GuestSheet>> =>
  call(`${sheetPath(candidatureId)}/${act}`, { method: 'POST', body: JSON.stringify(body) })

const sheetPath = (candidatureId: string) => `/guest/sheets/${encodeURIComponent(candidatureId)}`

async function call<T>(path: string, request: RequestInit = {}): Promise<Called<T>> {
  let response: Response
  try {
    response = await fetch(path, { ...request, signal: AbortSignal.timeout(patienceMs) })
  } catch {
    return { kind: 'away' }
  }
  if (response.status === 401) return { kind: 'out' }
  if (response.status === 429 || response.status >= 500) return { kind: 'away' }
  if (response.status === 204) return { kind: 'done', value: null as T }
  try {
    const said: unknown = await response.json()
    return response.ok
      ? { kind: 'done', value: said as T }
      : { kind: 'refused', refusal: { sentence: unsaid, ...(said as Partial<GuestRefusal>) } as GuestRefusal }
  } catch {
    return { kind: 'refused', refusal: { refused: 'input.invalid', sentence: unsaid } }
  }
}

const unsaid =
  'Ce code n’ouvre rien : il est faux, ou il a déjà servi. Rien n’a été modifié. Vérifiez-le, ou demandez-en un autre au secrétariat.'
const patienceMs = 10_000
