import type { Certificate, RelativeDistinguishedNames } from 'pkijs'

/** What a certificate says of its holder; nobody's word is checked here. */
export interface SignerCertificate {
  /** Common name, else the organisation; empty when neither is said. */
  readonly name: string
  readonly organisation: string
  readonly issuer: string
  readonly from: Date
  readonly until: Date
  /** The holder vouches for himself. */
  readonly isOwnIssuer: boolean
}

export function signerCertificate(certificate: Certificate): SignerCertificate {
  const subject = certificate.subject
  const organisation = part(subject, organisationName)
  return {
    name: part(subject, commonName) || organisation,
    organisation,
    issuer: part(certificate.issuer, commonName) || part(certificate.issuer, organisationName),
    from: certificate.notBefore.value,
    until: certificate.notAfter.value,
    isOwnIssuer: certificate.issuer.isEqual(subject),
  }
}

const commonName = '2.5.4.3'
const organisationName = '2.5.4.10'
const longestName = 120

function part(name: RelativeDistinguishedNames, type: string): string {
  const found: unknown = name.typesAndValues.find((each) => String(each.type) === type)?.value.valueBlock
    .value
  // A stranger wrote it: on one line, without what hides or turns the text around.
  return typeof found === 'string'
    ? found
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, longestName)
    : ''
}
