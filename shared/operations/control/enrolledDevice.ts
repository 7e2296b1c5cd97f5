/** An installation that may write. */
export interface EnrolledDevice {
  readonly id: string
  readonly user: string
  /** Raw Ed25519 key, base64url of 32 bytes. */
  readonly publicKey: string
  /** May hold a lease, open an emergency one, succeed a hub. */
  readonly mayHub: boolean
  readonly standing: 'valid' | 'retired' | 'compromised' | 'forked'
  /** Last sequence that holds, of a revoked or forked device; null while valid. */
  readonly lastSeq: number | null
}
