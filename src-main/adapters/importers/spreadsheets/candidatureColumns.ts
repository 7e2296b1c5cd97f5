import type { ColumnNames } from './guessColumns.ts'

/** Fields that a column of candidatures may feed. Saved in mappings: permanent names. */
export type CandidatureField =
  | 'number'
  | 'applicant'
  | 'title'
  | 'amount'
  | 'total-cost'
  | 'eligible-base'
  | 'siret'
  | 'department'
  | 'description'
  | 'objectives'
  | 'deposited-on'
  | 'contact-email'

export const candidatureColumns: ColumnNames<CandidatureField> = {
  number: [
    /^(?:n|no|num|numero|id|identifiant|ref|reference)(?: (?:de |du |de la )?(?:dossier|demande|candidature|projet))?$/,
    /^(?:dossier|candidature)$/,
  ],
  applicant: [
    /^(?:nom |raison sociale )?(?:du |de la |de l |de )?(?:demandeur|demandeuse|beneficiaire|porteur|porteuse|candidat|collectivite|organisme|structure|maitre d ouvrage)(?: (?:du|de) projet| porteuse| demandeuse| demandeur| beneficiaire)?$/,
    /^(?:etablissement |entreprise )?raison sociale$/,
    /^(?:commune|collectivites?|association|entite|tiers)$/,
    /^nom$/,
  ],
  title: [
    /^(?:intitule|titre|nom|libelle)(?: (?:du|de l|de la) (?:projet|operation|action|demande|dossier))$|^(?:intitule|titre)$/,
    /^(?:projet|objet|objet (?:du|de la|de l) \w+|libelle|operation|action)$/,
  ],
  amount: [
    /^(?:montant|subvention|aide|financement|somme)s? (?:de (?:la |l )?(?:subvention |aide |financement )?)?(?:demandee?|sollicitee?|souhaitee?)s?$/,
    /^montant (?:de la subvention|de l aide|de la demande|du financement)(?: [a-z]+)*$|^demande de (?:subvention|financement)$/,
    /^(?:demandee?|sollicitee?|subvention|montant)$/,
  ],
  'total-cost': [
    /^(?:cout|montant|budget) total(?: (?:du projet|de l operation|previsionnel|de l action))?$/,
    /^(?:cout|budget|montant)(?: (?:du projet|de l operation|de l action|previsionnel))$|^(?:cout|budget)$|^total des depenses$|^depenses? totales?$/,
  ],
  'eligible-base': [
    /^(?:depenses?|couts?|montant|base|assiette)(?: \w+)* (?:eligibles?|subventionnables?)$/,
    /^(?:assiette|base)(?: \w+)*$/,
  ],
  siret: [/^(?:(?:n|no|numero) (?:de )?)?siret(?: (?:du|de la|de l) \w+)?$|^etablissement siret$/],
  department: [/^(?:code |nom |n )?(?:du )?departement$|^(?:dep|dept|dpt)$/],
  description: [/^description(?: .*)?$/, /^(?:resume|presentation|contexte|descriptif)(?: .*)?$/],
  objectives: [/^objectifs?(?: .*)?$/, /^(?:finalites?|buts?)$/],
  'deposited-on': [
    /^(?:date|jour) (?:de |du |d )?(?:depot|reception|dossier complet|soumission|envoi|la demande|demande)(?: .*)?$|^depose(?:e)? le$|^recu(?:e)? le$/,
    /^date$/,
  ],
  'contact-email': [/^(?:adresse )?(?:mail|e mail|email|courriel|electronique)(?: (?:du|de la|de l) \w+)?$/],
}
