import { frenchDate } from '../../typography.ts'
import { appealAuthority } from '../appealNotice.ts'
import { authorityPhrase, nameInSentence } from '../authorityPhrase.ts'
import { dossierReference } from '../dossierDocument.ts'
import type { DossierFacts } from '../dossierFacts.ts'
import { type DossierField, textField } from './dossierField.ts'

/** Who writes, who follows, who signs. */
export const issuerFields: readonly DossierField[] = [
  textField('lettre.date', 'Date du document', ({ madeOn }) => frenchDate(madeOn)),
  textField('lettre.reference', 'Référence du dossier : 2026-0012', dossierReference),
  textField('emetteur.nom', 'Nom de l’organisme qui écrit', ({ issuer }) => issuer.name),
  textField('emetteur.nom_phrase', 'Son nom avec son article : « la Commune de Berric »', ({ issuer }) =>
    nameInSentence(issuer.name),
  ),
  textField('emetteur.adresse', 'Son adresse, sur plusieurs lignes', ({ issuer }) => issuer.address),
  textField('emetteur.adresse_ligne', 'Son adresse, sur une ligne', ({ issuer }) =>
    onOneLine(issuer.address),
  ),
  textField('emetteur.ville', 'Ville où l’acte est fait', ({ issuer }) => issuer.town),
  textField('emetteur.telephone', 'Son téléphone', ({ issuer }) => issuer.phone),
  textField('emetteur.courriel', 'Son adresse électronique', ({ issuer }) => issuer.email),
  textField('emetteur.site', 'Son site', ({ issuer }) => issuer.website),
  textField('emetteur.siret', 'Son SIRET', ({ issuer }) => issuer.siret),
  textField('emetteur.service', 'Service chargé des demandes', ({ issuer }) => issuer.service),
  textField('emetteur.contact', 'Téléphone, adresse électronique et site, sur une ligne', ({ issuer }) =>
    joined([issuer.phone, issuer.email, issuer.website]),
  ),
  textField(
    'agent.nom',
    'Prénom et nom de la personne qui suit le dossier',
    ({ issuer }) => issuer.agent.name,
  ),
  textField('agent.qualite', 'Sa qualité', ({ issuer }) => issuer.agent.capacity),
  textField('agent.adresse', 'Son adresse administrative, sur une ligne', agentAddress),
  textField('agent.telephone', 'Son téléphone', ({ issuer }) => issuer.agent.phone || issuer.phone),
  textField('agent.courriel', 'Son adresse électronique', ({ issuer }) => issuer.agent.email || issuer.email),
  textField('agent.contact', 'Son téléphone et son adresse électronique', ({ issuer }) =>
    joined([issuer.agent.phone || issuer.phone, issuer.agent.email || issuer.email]),
  ),
  textField(
    'signataire.nom',
    'Prénom et nom de la personne qui signe',
    ({ issuer }) => issuer.signatory.name,
  ),
  textField('signataire.qualite', 'Sa qualité : « La présidente »', ({ issuer }) =>
    issuer.signatory.capacity.trim() === '' ? '' : capitalised(authorityPhrase(issuer.signatory.capacity)),
  ),
  textField('recours.autorite', 'À qui adresser un recours gracieux', appealAuthority),
  textField('tribunal.nom', 'Tribunal administratif compétent', ({ issuer }) => issuer.court.name),
  textField('tribunal.adresse', 'Son adresse', ({ issuer }) => onOneLine(issuer.court.address)),
]

/** The agent's own administrative address, else that of the body. */
function agentAddress({ issuer }: DossierFacts): string {
  return onOneLine(issuer.agent.address.trim() === '' ? issuer.address : issuer.agent.address)
}

export const onOneLine = (text: string): string => joined(text.split(/\r?\n/u), ', ')

const joined = (texts: readonly string[], separator = ' · '): string =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(separator)

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
