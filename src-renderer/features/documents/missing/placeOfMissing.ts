/** Where what a document misses is filled. */
export type MissingPlace =
  | { readonly at: 'issuer' | 'act' | 'session' | 'committee' }
  /** One side of a dossier; `number` when the sentence names another dossier than the one on show. */
  | { readonly at: 'dossier'; readonly side: 'dossier' | 'instruction'; readonly number: number | null }

/**
 * Documents name what they miss in French words (A11): the place where each is filled follows from them. Null: nothing one
 * can fill (a rank, a rate that the session settled).
 */
export function placeOfMissing(item: string): MissingPlace | null {
  const named = /\bdossier n° (\d+)/u.exec(item)
  if (named !== null) return { at: 'dossier', side: 'instruction', number: Number(named[1]) }
  if (ofIssuer.has(item)) return { at: 'issuer' }
  if (ofAct.has(item)) return { at: 'act' }
  if (ofSession.has(item)) return { at: 'session' }
  if (ofCommittee.has(item)) return { at: 'committee' }
  if (ofDossier.has(item)) return { at: 'dossier', side: 'dossier', number: null }
  if (ofInstruction.has(item)) return { at: 'dossier', side: 'instruction', number: null }
  return null
}

const ofIssuer: ReadonlySet<string> = new Set([
  'le nom de l’organisme qui écrit',
  'le nom de la collectivité',
  'l’adresse de l’organisme qui écrit',
  'le SIRET de l’organisme qui écrit, en quatorze chiffres',
  'la ville où le document est fait',
  'la ville où l’acte est fait',
  'le nom du signataire',
  'la qualité du signataire',
  'le nom de la personne qui suit le dossier',
  'la qualité de la personne qui suit le dossier',
  'le nom de l’agent chargé du dossier',
  'le service chargé du dossier',
  'le téléphone du service chargé du dossier',
  'le courriel du service chargé du dossier',
  'le tribunal administratif compétent',
  'l’autorité à laquelle adresser un recours gracieux',
])

const ofAct: ReadonlySet<string> = new Set([
  'le numéro de l’acte',
  'la date de l’acte',
  'l’autorité qui a décidé',
  'le numéro de la délibération',
])

const ofSession: ReadonlySet<string> = new Set([
  'la clôture de la séance',
  'les déplacements des membres présents',
])

const ofCommittee: ReadonlySet<string> = new Set(['l’autorité qui prend la délibération'])

const ofDossier: ReadonlySet<string> = new Set([
  'le nom du demandeur',
  'l’intitulé du projet',
  'le montant demandé',
  'le SIRET du bénéficiaire',
  'la nature du demandeur (personne privée ou organisme public)',
  'la population de la commune',
  'les pièces à annexer',
])

const ofInstruction: ReadonlySet<string> = new Set([
  'la date de réception de la demande',
  'les pièces manquantes',
  'la date limite de réception des pièces',
  'l’adresse du demandeur',
  'l’adresse du bénéficiaire',
  'le nom du représentant du bénéficiaire',
  'la qualité du représentant du bénéficiaire',
  'l’acte qui habilite le représentant du bénéficiaire à signer',
  'la nature de l’aide (fonctionnement ou investissement)',
  'la dépense éligible',
  'l’assiette de la dépense éligible (HT ou TTC)',
  'les modalités de versement',
  'la date de caducité de l’aide',
  'la date de fin de la liste complémentaire',
  'la date de fin de la convention',
  'l’IBAN du bénéficiaire',
  'l’analyse du service',
  'la proposition du service',
  'le motif de droit',
  'le motif de fait',
])
