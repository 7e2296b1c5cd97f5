import { fromBER, ObjectIdentifier, Sequence } from 'asn1js'
import {
  type AlgorithmIdentifier,
  type Attribute,
  Certificate,
  ContentInfo,
  CryptoEngine,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs'
import { type SignerCertificate, signerCertificate } from './signerCertificate.ts'

/** What a CMS envelope proves about the bytes it was made for. */
export interface EnvelopeReading {
  readonly certificate: SignerCertificate | null
  /** The digest signed is that of the bytes. */
  readonly fits: boolean
  /** The signature is that of the certificate, which is the one the signer named. */
  readonly isOfCertificate: boolean
  /** Its kind of key can be checked here: RSA, or an elliptic curve of the NIST. */
  readonly isKnownKey: boolean
  /** SHA-1 or MD5: files can be forged that have the same digest. */
  readonly isWeak: boolean
  /** Signed by the signer's own clock; null when not said. */
  readonly signingTime: Date | null
  /** RFC 3161 time stamp of the signature, not yet checked; null when none. */
  readonly timeStamp: Uint8Array | null
  /** The bytes that a time stamp of this signature stamps. */
  readonly signature: Uint8Array
  /** What it holds, for a time stamp; null for a signature, which holds none. */
  readonly content: Uint8Array | null
}

/** A chain, its revocation lists and a time stamp take some tens of kilobytes. */
const largestEnvelopeBytes = 8 * 1024 * 1024

/**
 * Reads an envelope made for `signed`. `holdsContent`: a time stamp, which signs what it holds; a signature of a PDF must
 * hold nothing, for a library checks what is held rather than the file. Throws on an envelope that is none.
 */
export async function signedEnvelope(
  envelope: Uint8Array,
  signed: Uint8Array,
  holdsContent = false,
): Promise<EnvelopeReading> {
  const data = signedDataOf(envelope)
  const [signer] = data.signerInfos
  if (signer === undefined || data.signerInfos.length !== 1) throw new Error('not one signer')
  const content = data.encapContentInfo.eContent?.getValue() ?? null
  if ((content !== null) !== holdsContent) throw new Error('content held where it must not be, or missing')
  const crypto = cryptoEngine()
  const holder = certificateOf(data, signer)
  const checked = await data
    .verify({ signer: 0, data: exact(signed), checkChain: false, extendedMode: true }, crypto)
    .then(
      ({ signatureVerified }) => signatureVerified === true,
      () => false,
    )
  return {
    certificate: holder === null ? null : signerCertificate(holder),
    fits: await hasDigestOf(signer, content === null ? signed : new Uint8Array(content), checked, crypto),
    isOfCertificate: checked && holder !== null && (await isNamed(holder, signer, crypto)),
    isKnownKey: holder === null || isKnownKey(holder),
    isWeak: weakDigests.has(signer.digestAlgorithm.algorithmId),
    signingTime: signingTimeOf(signer),
    timeStamp: timeStampOf(signer),
    signature: new Uint8Array(signer.signature.valueBlock.valueHexView),
    content: content === null ? null : new Uint8Array(content),
  }
}

/** One engine a reading: the library's own is a shared variable. */
export const cryptoEngine = (): CryptoEngine =>
  new CryptoEngine({ name: 'node', crypto: globalThis.crypto, subtle: globalThis.crypto.subtle })

/** A copy in a buffer of its own: libraries read the whole buffer behind a view. */
export const exact = (bytes: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}

function signedDataOf(envelope: Uint8Array): SignedData {
  if (envelope.length > largestEnvelopeBytes) throw new Error('too large')
  const parsed = fromBER(exact(envelope))
  if (parsed.offset <= 0) throw new Error('no ASN.1')
  const info = new ContentInfo({ schema: parsed.result })
  return new SignedData({ schema: info.content })
}

/** The certificate that the signer says is his, by issuer and serial number or by the identifier of its key. */
function certificateOf(data: SignedData, { sid }: SignerInfo): Certificate | null {
  const certificates = (data.certificates ?? []).filter((each) => each instanceof Certificate)
  const mine = (each: Certificate): boolean =>
    sid instanceof IssuerAndSerialNumber &&
    each.issuer.isEqual(sid.issuer) &&
    each.serialNumber.isEqual(sid.serialNumber)
  // By the identifier of its key: the library looks for it, and an envelope rarely holds several leaves.
  return certificates.find(mine) ?? (certificates.length === 1 ? (certificates[0] ?? null) : null)
}

function isKnownKey({ subjectPublicKeyInfo }: Certificate): boolean {
  const { algorithmId, algorithmParams } = subjectPublicKeyInfo.algorithm
  if (algorithmId !== ellipticKey) return rsaKeys.has(algorithmId)
  return algorithmParams instanceof ObjectIdentifier && curves.has(algorithmParams.getValue())
}

/** Without signed attributes the signature itself is over the bytes: then they fit when it is right. */
async function hasDigestOf(
  signer: SignerInfo,
  bytes: Uint8Array,
  checked: boolean,
  crypto: CryptoEngine,
): Promise<boolean> {
  const attribute = attributeOf(signer.signedAttrs?.attributes, messageDigest)
  if (attribute === undefined) return checked
  const said: unknown = attribute.values[0]?.valueBlock?.valueHexView
  const digest = await digestOf(signer.digestAlgorithm, bytes, crypto)
  return said instanceof Uint8Array && digest !== null && Buffer.from(said).equals(Buffer.from(digest))
}

async function digestOf(
  algorithm: AlgorithmIdentifier,
  bytes: Uint8Array,
  crypto: CryptoEngine,
): Promise<ArrayBuffer | null> {
  const known = crypto.getAlgorithmByOID(algorithm.algorithmId) as { readonly name?: string }
  return known.name === undefined ? null : crypto.digest({ name: known.name }, exact(bytes))
}

/**
 * The digest of the certificate that the signer signed with the rest (ESS, RFC 5035), when he did: another certificate on
 * the same key put another name on his signature.
 */
async function isNamed(holder: Certificate, signer: SignerInfo, crypto: CryptoEngine): Promise<boolean> {
  const second = attributeOf(signer.signedAttrs?.attributes, signingCertificateV2)
  const first = attributeOf(signer.signedAttrs?.attributes, signingCertificate)
  const [list] = childrenOf((second ?? first)?.values[0] as Asn1Value | undefined)
  const [named] = childrenOf(list)
  if (named === undefined) return true
  const parts = childrenOf(named)
  const algorithm = parts[0] instanceof Sequence && second !== undefined ? parts[0] : null
  const said = (algorithm === null ? parts[0] : parts[1])?.valueBlock?.valueHexView
  const [oid] = childrenOf(algorithm)
  const name =
    second === undefined ? 'SHA-1' : oid instanceof ObjectIdentifier ? digestNames[oid.getValue()] : 'SHA-256'
  if (name === undefined) return false
  const digest = await crypto.digest({ name }, holder.toSchema().toBER(false))
  return said instanceof Uint8Array && Buffer.from(said).equals(Buffer.from(digest))
}

/** The library gives values of any shape. */
interface Asn1Value {
  readonly valueBlock?: { readonly value?: unknown; readonly valueHexView?: unknown }
}

const childrenOf = (value: Asn1Value | null | undefined): readonly Asn1Value[] => {
  const inside = value?.valueBlock?.value
  return Array.isArray(inside) ? inside : []
}

const attributeOf = (attributes: readonly Attribute[] | undefined, type: string): Attribute | undefined =>
  attributes?.find((attribute) => attribute.type === type)

function signingTimeOf(signer: SignerInfo): Date | null {
  const value: unknown = attributeOf(signer.signedAttrs?.attributes, signingTime)?.values[0]
  const date = (value as { toDate?: () => Date } | undefined)?.toDate?.()
  return date === undefined || Number.isNaN(date.getTime()) ? null : date
}

function timeStampOf(signer: SignerInfo): Uint8Array | null {
  const value: unknown = attributeOf(signer.unsignedAttrs?.attributes, timeStampToken)?.values[0]
  const bytes = (value as { toBER?: (sizeOnly: boolean) => ArrayBuffer } | undefined)?.toBER?.(false)
  return bytes === undefined ? null : new Uint8Array(bytes)
}

const messageDigest = '1.2.840.113549.1.9.4'
const signingTime = '1.2.840.113549.1.9.5'
const signingCertificate = '1.2.840.113549.1.9.16.2.12'
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'
const timeStampToken = '1.2.840.113549.1.9.16.2.14'

const ellipticKey = '1.2.840.10045.2.1'
const curves: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35'])
const rsaKeys: ReadonlySet<string> = new Set(['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'])

const weakDigests: ReadonlySet<string> = new Set(['1.3.14.3.2.26', '1.2.840.113549.2.5'])

const digestNames: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}
