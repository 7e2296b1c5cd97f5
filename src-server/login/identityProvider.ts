/** Who somebody is, by an OpenID provider (SV13). */
export interface Identity {
  readonly issuer: string
  /** `sub`: pairwise, it means nothing elsewhere. */
  readonly subject: string
}

/** What must be kept between the two halves of a login; secret. */
export interface LoginSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** An OpenID provider, ProConnect or another. */
export interface IdentityProvider {
  /** The page of the provider where the person signs in. */
  begin(): Promise<{ readonly address: string; readonly secrets: LoginSecrets }>
  /**
   * @param returnedTo the whole address that the browser was sent back to.
   * Null when the provider does not confirm: refused by the person, wrong state, nonce, signature, level (`acr`).
   */
  finish(returnedTo: URL, secrets: LoginSecrets): Promise<Identity | null>
}
