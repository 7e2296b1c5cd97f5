import { TSTInfo } from 'pkijs'
import { cryptoEngine, exact, signedEnvelope } from './signedEnvelope.ts'

/** What an RFC 3161 time stamp proves of the bytes it stamps. */
export interface TimeStampReading {
  readonly at: Date
  /** Who stamped. */
  readonly authority: string
  /** It stamps these bytes, its signature is that of its certificate, which was in force. */
  readonly valid: boolean
}

/** null when it cannot be read. Never throws. */
export async function timeStamp(token: Uint8Array, stamped: Uint8Array): Promise<TimeStampReading | null> {
  try {
    const envelope = await signedEnvelope(token, stamped, true)
    if (envelope.content === null || envelope.certificate === null) return null
    const said = TSTInfo.fromBER(exact(envelope.content))
    const isOfThese = await said.verify({ data: exact(stamped) }, cryptoEngine())
    const { name, from, until } = envelope.certificate
    return {
      at: said.genTime,
      authority: name,
      valid:
        isOfThese &&
        envelope.fits &&
        envelope.isOfCertificate &&
        !envelope.isWeak &&
        from <= said.genTime &&
        said.genTime <= until,
    }
  } catch {
    return null
  }
}
