import type { HttpSettings } from './serverPorts.ts'

/** On every answer: this server shows no page but a sentence, and nothing of it is kept by a cache. */
export const securityHeaders = ({ origin, pin }: HttpSettings): Readonly<Record<string, string>> => ({
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  ...(origin().startsWith('https:') && pin === null
    ? { 'strict-transport-security': 'max-age=31536000' }
    : {}),
})
