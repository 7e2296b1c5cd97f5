import { blankIssuer, type Issuer } from '#shared/domain/issuer/issuer.ts'
import type { Reader } from '../ports.ts'

/** One issuer per file: it bears this identifier. */
export const issuerId = 'issuer'

/** In whose name documents leave; blank before anything was written. */
export const issuerOf = (reader: Reader): Issuer =>
  reader.load('issuer', issuerId)?.state ?? { id: issuerId, ...blankIssuer }
