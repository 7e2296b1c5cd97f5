import { frenchInstant, frenchInstantDay } from '#shared/domain/documents/frenchInstant.ts'
import type { EnvelopeReading } from './signedEnvelope.ts'
import type { SignerCertificate } from './signerCertificate.ts'
import type { TimeStampReading } from './timeStamp.ts'

/** All that was found about one signature, before it is put in words. */
export interface SignatureFacts {
  /** null: the envelope cannot be read. */
  readonly envelope: EnvelopeReading | null
  /** The signature covers the whole of the file as it was then. */
  readonly isWhole: boolean
  /** A procedure of another age, or that does not exist. */
  readonly isKnownProcedure: boolean
  readonly stamp: TimeStampReading | null
  readonly saidAt: Date | null
  /** What stands in the file behind what was signed. */
  readonly after: 'nothing' | 'signatures' | 'bytes'
  /** French, what these bytes changed in what is shown. */
  readonly changes: readonly string[]
}

export const isIntact = ({ envelope, isWhole, isKnownProcedure, changes }: SignatureFacts): boolean =>
  envelope !== null &&
  isKnownProcedure &&
  isWhole &&
  envelope.fits &&
  envelope.isOfCertificate &&
  !envelope.isWeak &&
  changes.length === 0

/** A time stamp that does not hold proves no hour. */
export const hourOf = ({ stamp, envelope, saidAt }: SignatureFacts): Date | null =>
  stamp?.valid === true ? stamp.at : (envelope?.signingTime ?? saidAt)

/** In French, for a secretary: who, when, what was checked, what was not. */
export function signatureSentence(facts: SignatureFacts): string {
  const parts = isIntact(facts)
    ? [`Signé électroniquement par ${who(facts)}${when(facts)}.`, 'Ce qui a été signé n’a pas changé.']
    : [`Signature au nom de ${who(facts)}${when(facts)} : elle n’est pas valable.`, whyNot(facts)]
  return [...parts, behind(facts), inForce(facts), trust(facts)].filter((part) => part !== '').join(' ')
}

function who({ envelope }: SignatureFacts): string {
  const { name = '', organisation = '' } = envelope?.certificate ?? {}
  if (name === '') return 'un signataire qui n’est pas nommé'
  return organisation === '' || organisation === name ? name : `${name} (${organisation})`
}

function when(facts: SignatureFacts): string {
  const hour = hourOf(facts)
  if (hour === null) return ', sans date'
  const source =
    facts.stamp?.valid === true
      ? `attestée par l’horodatage de ${facts.stamp.authority || 'un tiers'}`
      : facts.stamp === null
        ? 'donnée par le poste du signataire'
        : 'donnée par le poste du signataire, car l’horodatage joint n’est pas valable'
  return ` le ${frenchInstant(hour)} (heure de Paris, ${source})`
}

function whyNot(facts: SignatureFacts): string {
  const { envelope, isWhole, isKnownProcedure, changes } = facts
  if (!isKnownProcedure)
    return 'Elle suit un procédé que ce logiciel ne vérifie pas : faites-la vérifier par votre parapheur.'
  if (envelope === null) return 'Elle ne se lit pas.'
  if (!isWhole)
    return 'Elle ne couvre qu’une partie du fichier : le reste a pu être changé sans que cela se voie.'
  if (!envelope.fits) return 'Les octets signés ne sont plus ceux du fichier : il a été modifié depuis.'
  if (!envelope.isKnownKey)
    return 'La clé du certificat est d’une sorte que ce logiciel ne vérifie pas : faites-la vérifier par votre parapheur.'
  if (!envelope.isOfCertificate)
    return 'Elle n’a pas été faite avec le certificat qui l’accompagne : le nom affiché ne prouve rien.'
  if (envelope.isWeak) return 'Elle repose sur une empreinte trop ancienne, qui peut être contrefaite.'
  return `Des octets ont été ajoutés après la signature et changent le document (${changes.join(' ; ')}).`
}

function behind(facts: SignatureFacts): string {
  if (facts.after === 'nothing' || facts.changes.length > 0) return ''
  return facts.after === 'signatures'
    ? 'D’autres signatures ont été ajoutées ensuite, ce qui est régulier.'
    : 'Des octets ont été ajoutés après la signature ; ils ne changent pas ce que montrent les pages.'
}

function inForce(facts: SignatureFacts): string {
  const certificate = facts.envelope?.certificate ?? null
  const hour = hourOf(facts)
  if (certificate === null) return ''
  const period = `du ${frenchInstantDay(certificate.from)} au ${frenchInstantDay(certificate.until)}`
  if (hour === null) return `Le certificat est valable ${period}.`
  return isInForce(certificate, hour)
    ? 'Le certificat était en cours de validité à cette date.'
    : `Attention : à cette date, le certificat n’était pas valable (il l’est ${period}).`
}

const isInForce = ({ from, until }: SignerCertificate, hour: Date): boolean => from <= hour && hour <= until

function trust({ envelope }: SignatureFacts): string {
  const certificate = envelope?.certificate ?? null
  if (certificate === null) return ''
  const issuer = certificate.isOwnIssuer
    ? 'Le signataire a fait lui-même son certificat : rien d’autre n’atteste son identité.'
    : `Le certificat dit avoir été délivré par ${certificate.issuer || 'un émetteur qui n’est pas nommé'}.`
  return `${issuer} Sans réseau, ni la confiance due à l’émetteur ni une révocation ne sont vérifiées.`
}
