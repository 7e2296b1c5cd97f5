import { frenchInstantDay } from './frenchInstant.ts'
import { frenchList } from './typography.ts'

/** A file that came back of a document that left: the signed scan, the signed PDF, the Word edited by hand. */
export interface ReturnedFile {
  /** SHA-256 hex of the bytes, which the file keeps as a blob. */
  readonly sha256: string
  readonly fileName: string
  /** ISO date. */
  readonly on: string
  readonly kind: 'scan' | 'signed-pdf' | 'edited-word' | 'other'
  /** Electronic signatures found in it. */
  readonly signatures: readonly SignatureReading[]
  /** First differences of its text with the document that left, in French; empty when there is none or no text. */
  readonly differences: readonly string[]
}

/** What an electronic signature says, without network: integrity is checked, trust in its issuer is not. */
export interface SignatureReading {
  readonly signer: string
  /** ISO instant said by the signature or its time stamp; null when none. */
  readonly signedAt: string | null
  /** The bytes signed are those of the file, and the signature is that of its certificate. */
  readonly valid: boolean
  /** French: what was checked, and what was not. */
  readonly sentence: string
}

/** A time stamp on the whole document stands among its signatures under this name. */
export const timeStampOf = (authority: string): string => `horodatage de ${authority}`

/** « Anne Martin le 12 mars 2026 et Bruno Le Goff »; empty when nobody signed. */
export const signersInWords = (signatures: readonly SignatureReading[]): string =>
  frenchList(
    signatures
      .filter(({ signer }) => !signer.startsWith(timeStampOf('')))
      .map(({ signer, signedAt }) =>
        signedAt === null ? signer : `${signer} le ${frenchInstantDay(new Date(signedAt))}`,
      ),
  )
