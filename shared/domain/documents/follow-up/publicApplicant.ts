import type { CandidatureFacts } from '../../session/sessionFacts.ts'

/**
 * [OR1] The applicant as a public list may name it: a legal person, known by its number or by what its name says it is.
 * Anybody else may be a natural person, and is told by the number of the dossier alone (CRPA L312-1-2). Empty then.
 */
export const publicApplicant = ({ applicant, identifier }: CandidatureFacts): string =>
  identifier.trim() !== '' || legalPerson.test(applicant.trim()) ? applicant.trim() : ''

const legalPerson =
  /^(?:la |le |les |l['’])?(?:agglomération|amicale|association|caisse|centre|chambre|club|collectivité|comité|commune|communauté|compagnie|conseil|coopérative|département|école|entreprise|établissement|fédération|fondation|groupement|hôpital|institut|lycée|mairie|maison|métropole|mission|mutuelle|office|parc|pays|pôle|préfecture|région|sarl|sas|scop|scic|service|sivom|sivu|société|syndicat|union|université|ville)(?!\p{L})/iu
