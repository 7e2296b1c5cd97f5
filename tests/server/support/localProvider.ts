import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A real OpenID provider on this machine, in the shape of ProConnect: pairwise `sub`, `acr`, code and PKCE only. */
export interface LocalProvider {
  readonly issuer: URL
  /** Who signs in next, and at what level; null: the person refuses. */
  next: { readonly account: string; readonly acr: string } | null
  close(): Promise<void>
}

export const client = { id: 'delibere', secret: 'a-secret-given-by-the-provider' }

export async function localProvider(returnAddress: string): Promise<LocalProvider> {
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const issuer = new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`)
  const provider = new Provider(issuer.href.slice(0, -1), {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [returnAddress],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        subject_type: 'pairwise',
      },
    ],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: async (_context: unknown, account: string, { clientId }: { clientId: string }) =>
      `pairwise-${clientId}-${account}`,
    pkce: { required: () => true },
    acrValues: ['eidas1', 'eidas2'],
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a-key-of-the-test'] },
    findAccount: async (_context: unknown, account: string) => ({
      accountId: account,
      claims: async () => ({ sub: account }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  })
  const local: LocalProvider = {
    issuer,
    next: null,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  const answer = provider.callback()
  http.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const { params } = await provider.interactionDetails(request, response)
    if (local.next === null)
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    const { account, acr } = local.next
    const grant = new provider.Grant({ accountId: account, clientId: params.client_id ?? '' })
    grant.addOIDCScope('openid')
    return provider.interactionFinished(request, response, {
      login: { accountId: account, acr },
      consent: { grantId: await grant.save() },
    })
  })
  return local
}

/** Follows redirections as a browser does, with its cookies, up to the first address that `isEnd` recognises. */
export async function browse(start: string, isEnd: (address: URL) => boolean): Promise<URL> {
  const cookies = new Map<string, string>()
  let address = new URL(start)
  for (let hops = 0; hops < 15; hops++) {
    if (isEnd(address)) return address
    const answered = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answered.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const next = answered.headers.get('location')
    if (next === null)
      throw new Error(`no redirection from ${address.pathname}: ${answered.status} ${await answered.text()}`)
    address = new URL(next, address)
  }
  throw new Error('too many redirections')
}
