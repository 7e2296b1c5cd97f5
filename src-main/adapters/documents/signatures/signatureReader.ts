import { frenchInstant } from '#shared/domain/documents/frenchInstant.ts'
import { type SignatureReading, timeStampOf } from '#shared/domain/documents/returnedFile.ts'
import type { SignatureReader } from '#shared/usecases/ports.ts'
import { unpackedFits } from '../reading/unpackedFits.ts'
import { changesSince } from './changesSince.ts'
import { earlierRevisions } from './earlierRevisions.ts'
import { type SignatureField, signatureFields } from './signatureFields.ts'
import { hourOf, isIntact, type SignatureFacts, signatureSentence } from './signatureSentence.ts'
import { type EnvelopeReading, signedEnvelope } from './signedEnvelope.ts'
import { type TimeStampReading, timeStamp } from './timeStamp.ts'

/** The port `SignatureReader`: what can be proved without network, and nothing else. Never throws [SG1]. */
export function signatureReader(): SignatureReader {
  return {
    read: (pdf) => guarded(pdf, () => readSignatures(pdf), bearsSignature(pdf) ? [unreadable] : []),
    beforeSigning: (pdf) => guarded(pdf, () => earlierRevisions(pdf), []),
    changesSince: (earlier, later) =>
      guarded(later, () => changesSince(earlier, later), ['le fichier ne se lit pas']),
  }
}

async function guarded<T>(pdf: Uint8Array, work: () => Promise<T>, otherwise: T): Promise<T> {
  if (!unpackedFits(pdf)) return otherwise
  try {
    return await work()
  } catch {
    return otherwise
  }
}

async function readSignatures(pdf: Uint8Array): Promise<readonly SignatureReading[]> {
  const fields = await signatureFields(pdf)
  if (fields.length === 0 && bearsSignature(pdf)) return [unreadable]
  const readings: SignatureReading[] = []
  for (const field of fields) {
    const after = await behind(field, fields, pdf)
    readings.push(
      field.procedure === documentStamp ? await stampReading(field, after) : await reading(field, after),
    )
  }
  return readings
}

type Behind = Pick<SignatureFacts, 'after' | 'changes'>

async function behind(
  { end, signed }: SignatureField,
  fields: readonly SignatureField[],
  pdf: Uint8Array,
): Promise<Behind> {
  const added = pdf.subarray(end)
  // A line end behind the last mark is no content.
  if (signed === null || (added.length < 16 && added.every((byte) => byte === 0x0a || byte === 0x0d)))
    return { after: 'nothing', changes: [] }
  const changes = await changesSince(pdf.subarray(0, end), pdf)
  return { after: fields.some((other) => other.end > end) ? 'signatures' : 'bytes', changes }
}

async function reading(field: SignatureField, after: Behind): Promise<SignatureReading> {
  const isKnownProcedure = procedures.has(field.procedure)
  const envelope = isKnownProcedure ? await envelopeOf(field) : null
  const facts: SignatureFacts = {
    envelope,
    isWhole: field.signed !== null,
    isKnownProcedure,
    stamp: await stampOf(envelope),
    saidAt: field.saidAt,
    ...after,
  }
  return {
    signer: envelope?.certificate?.name || 'signataire inconnu',
    signedAt: hourOf(facts)?.toISOString() ?? null,
    valid: isIntact(facts),
    sentence: signatureSentence(facts),
  }
}

/** A signature that leaves out more than its place is read all the same, for its name; nothing fits it. */
const envelopeOf = (field: SignatureField): Promise<EnvelopeReading | null> =>
  signedEnvelope(field.envelope, field.signed ?? new Uint8Array(1)).catch(() => null)

async function stampOf(envelope: EnvelopeReading | null): Promise<TimeStampReading | null> {
  const token = envelope?.timeStamp ?? null
  if (envelope === null || token === null) return null
  return (
    (await timeStamp(token, envelope.signature)) ?? { at: new Date(Number.NaN), authority: '', valid: false }
  )
}

/** [SG5] A time stamp on the whole document, which long-term signatures end with. */
async function stampReading(field: SignatureField, { after, changes }: Behind): Promise<SignatureReading> {
  const stamp = field.signed === null ? null : await timeStamp(field.envelope, field.signed)
  const authority = stamp?.authority || 'un tiers qui n’est pas nommé'
  const valid = stamp?.valid === true && changes.length === 0
  const hour = stamp === null ? '' : ` le ${frenchInstant(stamp.at)} (heure de Paris)`
  const state = valid
    ? 'Ce qui a été horodaté n’a pas changé.'
    : `Cet horodatage n’est pas valable${changes.length === 0 ? '' : ` : le document a changé depuis (${changes.join(' ; ')})`}.`
  const more = after === 'bytes' && valid ? ' Des octets ont été ajoutés après.' : ''
  return {
    signer: timeStampOf(authority),
    signedAt: stamp?.at.toISOString() ?? null,
    valid,
    sentence: `Document horodaté par ${authority}${hour}. ${state}${more} Sans réseau, la confiance due à ce tiers n’est pas vérifiée.`,
  }
}

const procedures: ReadonlySet<string> = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])
const documentStamp = 'ETSI.RFC3161'

const bearsSignature = (pdf: Uint8Array): boolean =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).includes('/ByteRange')

const unreadable: SignatureReading = {
  signer: 'signataire inconnu',
  signedAt: null,
  valid: false,
  sentence:
    'Ce fichier porte une signature électronique qui ne se lit pas : il est abîmé, ou il a été fabriqué. Redemandez-le au signataire.',
}
