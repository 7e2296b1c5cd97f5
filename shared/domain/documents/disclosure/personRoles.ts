/** What a person is called by, besides a name: sources of regular expressions, to be read without regard to case. */
export const personRole =
  '(?:porteu(?:r|se)|dirigeante?|gérante?|présidente?|trésori(?:er|ère)|directeur|directrice|responsable|chef(?:fe)?|élue?|maire|adjointe?|salariée?|bénévole|demandeu(?:r|se)|candidate?|interlocuteur|interlocutrice|personne)s?'

/** Said of somebody who is named beside it: « Yves Kermarrec, son comptable ». */
export const namedRole = `(?:${personRole}|(?:vice-|co-?)présidente?|comptable|secrétaire|conseill(?:er|ère)|employée?|agente?|gestionnaire|fondat(?:eur|rice)|créat(?:eur|rice)|associée?|épou(?:x|se)|mari|femme|fils|fille|frère|sœur|père|mère|cousine?|beau-[a-zéèê]+|compagn(?:on|e)|conjointe?|ami|amie|prestataire|architecte|avocate?|notaire|consultante?|animat(?:eur|rice)|coordinat(?:eur|rice)|chargée? de [a-zéèê]+|propriétaire|représentante?|prédécesseu(?:r|re)|successeu(?:r|re))`
