import * as openid from 'openid-client'
import type { Identity, IdentityProvider, LoginSecrets } from './identityProvider.ts'

export interface OpenIdSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** Declared at the provider, to the letter. */
  readonly returnAddress: string
  /** Levels that are enough; empty: any. Asked for (`acr_values`), then checked. */
  readonly acr: readonly string[]
}

/** An OpenID provider in the shape of ProConnect: authorisation code, PKCE S256, state, nonce (SV13). */
export function openIdProvider(
  settings: OpenIdSettings,
  onFailure: (error: unknown) => void,
): IdentityProvider {
  let discovered: Promise<openid.Configuration> | null = null
  // Found at the first login: a provider that is down must not keep the server from starting.
  const configuration = (): Promise<openid.Configuration> => {
    discovered ??= discover(settings).catch((error) => {
      discovered = null
      throw error
    })
    return discovered
  }
  return {
    async begin() {
      const secrets: LoginSecrets = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        codeVerifier: openid.randomPKCECodeVerifier(),
      }
      return { secrets, address: (await authorisation(await configuration(), settings, secrets)).href }
    },
    async finish(returnedTo, secrets) {
      try {
        const tokens = await openid.authorizationCodeGrant(await configuration(), returnedTo, {
          expectedState: secrets.state,
          expectedNonce: secrets.nonce,
          pkceCodeVerifier: secrets.codeVerifier,
          idTokenExpected: true,
        })
        return identityIn(tokens.claims(), settings.acr)
      } catch (error) {
        onFailure(error)
        return null
      }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<openid.Configuration> {
  const execute = isLoopback(issuer) ? [openid.allowInsecureRequests] : []
  return openid.discovery(issuer, clientId, undefined, openid.ClientSecretPost(clientSecret), {
    execute,
    timeout: 10,
  })
}

async function authorisation(
  configuration: openid.Configuration,
  { returnAddress, acr }: OpenIdSettings,
  { state, nonce, codeVerifier }: LoginSecrets,
): Promise<URL> {
  return openid.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
  })
}

function identityIn(claims: openid.IDToken | undefined, acr: readonly string[]): Identity | null {
  if (claims === undefined) return null
  if (acr.length > 0 && (typeof claims.acr !== 'string' || !acr.includes(claims.acr))) return null
  return { issuer: claims.iss, subject: claims.sub }
}

/** Clear text to a provider on this machine only: a test, a rehearsal. */
export const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
