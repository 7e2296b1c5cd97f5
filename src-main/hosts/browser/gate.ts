import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export type GateVerdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'enter'; readonly cookieValue: string }
  | { readonly kind: 'refuse'; readonly status: 401 | 403 | 421; readonly reason: string }

export interface KnockAtTheGate {
  readonly method: string
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly entryToken: string | undefined
  readonly cookieValue: string | undefined
}

export const entryPath = '/ouvrir'
export const eventsPath = '/events'

/**
 * Decides who may talk to the browser host. One secret opens it once (the address printed at start),
 * another, kept by the browser in a cookie no script can read, keeps it open.
 * Refuses: another Host (421, DNS rebinding), another Origin (403), a used or wrong token (403), no cookie (401).
 * @param authority `127.0.0.1:<port>`, known once the server listens
 */
export function createGate(authority: () => string): {
  readonly entryToken: string
  judge(knock: KnockAtTheGate): GateVerdict
} {
  const entryToken = randomSecret()
  const cookieValue = randomSecret()
  let isTokenUsed = false

  return {
    entryToken,
    judge(knock) {
      if (knock.host !== authority()) return refuse(421, 'Adresse refusée.')
      if (knock.path === entryPath && knock.method === 'GET') {
        if (isTokenUsed || !isSame(knock.entryToken, entryToken)) return refuse(403, usedLink)
        isTokenUsed = true
        return { kind: 'enter', cookieValue }
      }
      if (!isSame(knock.cookieValue, cookieValue)) return refuse(401, noEntry)
      if (!isOwnOrigin(knock, `http://${authority()}`)) return refuse(403, 'Origine refusée.')
      return { kind: 'pass' }
    },
  }
}

/**
 * A browser sends Origin with everything that is not a GET; for our event stream, a same-origin GET,
 * it only says so in Sec-Fetch-Site.
 */
function isOwnOrigin(knock: KnockAtTheGate, ownOrigin: string): boolean {
  if (knock.origin !== undefined) return knock.origin === ownOrigin
  if (knock.path === eventsPath) return knock.fetchSite === 'same-origin'
  return knock.method === 'GET'
}

/** 256 bits, as text that fits an address and a cookie. */
function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares digests, so that the time taken tells nothing, not even a length. */
function isSame(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function refuse(status: 401 | 403 | 421, reason: string): GateVerdict {
  return { kind: 'refuse', status, reason }
}

const usedLink =
  'Ce lien de démarrage a déjà servi ou n’est pas le bon. Rien n’est perdu : relancez Délibéré pour en obtenir un autre.'
const noEntry =
  'Cette page s’ouvre avec le lien affiché au démarrage de Délibéré. Rien n’est perdu : relancez Délibéré puis suivez ce lien.'
