/** An administrative court and the départements whose authorities it judges (CJA R312-1: the seat of the authority). */
export interface AdministrativeCourt {
  /** « tribunal administratif de Rennes »: some bear the name of their collectivity (CJA R221-1). */
  readonly name: string
  /** One line; empty: not known for sure, and the paragraph names the court alone. */
  readonly address: string
  readonly departments: readonly string[]
  /** Outside metropolitan France the longer delay is for those who come from elsewhere (CJA R421-7). */
  readonly isOverseas: boolean
  /** ISO dates, both included; null when open. */
  readonly validFrom: string
  readonly validTo: string | null
}

/**
 * Seats and départements: CJA R221-3 in its wording of 9 November 2015, read in a public copy [V]. Addresses are from
 * memory and must be verified before the first letter [M]: the issuer's own court, keyed once, always comes first. A
 * court that moves closes its row and opens another.
 */
export const administrativeCourts: readonly AdministrativeCourt[] = [
  metropolitan('Amiens', '14 rue Lemerchier, 80011 Amiens Cedex 1', '02 60 80'),
  metropolitan('Bastia', 'Villa Montépiano, 20407 Bastia Cedex', '2A 2B'),
  metropolitan('Besançon', '30 rue Charles-Nodier, 25044 Besançon Cedex 3', '25 39 70 90'),
  metropolitan('Bordeaux', '9 rue Tastet, CS 21490, 33063 Bordeaux Cedex', '24 33 47'),
  metropolitan('Caen', '3 rue Arthur-Le-Duc, BP 25086, 14050 Caen Cedex 4', '14 50 61'),
  metropolitan('Cergy-Pontoise', '2-4 boulevard de l’Hautil, BP 30322, 95027 Cergy-Pontoise Cedex', '92 95'),
  metropolitan('Châlons-en-Champagne', '25 rue du Lycée, 51036 Châlons-en-Champagne Cedex', '08 10 51 52'),
  metropolitan('Clermont-Ferrand', '6 cours Sablon, 63033 Clermont-Ferrand Cedex 1', '03 15 43 63'),
  metropolitan('Dijon', '22 rue d’Assas, BP 61616, 21016 Dijon Cedex', '21 58 71 89'),
  metropolitan('Grenoble', '2 place de Verdun, BP 1135, 38022 Grenoble Cedex', '26 38 73 74'),
  metropolitan('Lille', '5 rue Geoffroy-Saint-Hilaire, CS 62039, 59014 Lille Cedex', '59 62'),
  metropolitan('Limoges', '2 cours Bugeaud, CS 40410, 87011 Limoges Cedex', '19 23 36 87'),
  metropolitan('Lyon', '184 rue Duguesclin, 69433 Lyon Cedex 03', '01 07 42 69'),
  metropolitan('Marseille', '', '04 05 13'),
  metropolitan('Melun', '43 rue du Général-de-Gaulle, 77008 Melun Cedex', '77 94'),
  metropolitan('Montpellier', '6 rue Pitot, 34063 Montpellier Cedex 02', '11 34 66'),
  metropolitan('Montreuil', '7 rue Catherine-Puig, 93558 Montreuil Cedex', '93'),
  metropolitan('Nancy', '5 place de la Carrière, 54036 Nancy Cedex', '54 55 88'),
  metropolitan('Nantes', '6 allée de l’Île-Gloriette, 44041 Nantes Cedex', '44 49 53 72 85'),
  metropolitan('Nice', '18 avenue des Fleurs, 06050 Nice Cedex 1', '06'),
  metropolitan('Nîmes', '16 avenue Feuchères, 30941 Nîmes Cedex 09', '30 48 84'),
  metropolitan('Orléans', '28 rue de la Bretonnerie, 45057 Orléans Cedex 1', '18 28 37 41 45'),
  metropolitan('Paris', '7 rue de Jouy, 75181 Paris Cedex 04', '75'),
  metropolitan('Pau', '50 cours Lyautey, 64010 Pau Cedex', '32 40 64 65'),
  metropolitan('Poitiers', '15 rue de Blossac, CS 80541, 86020 Poitiers Cedex', '16 17 79 86'),
  metropolitan('Rennes', '3 contour de la Motte, CS 44416, 35044 Rennes Cedex', '22 29 35 56'),
  metropolitan('Rouen', '53 avenue Gustave-Flaubert, 76000 Rouen', '27 76'),
  metropolitan('Strasbourg', '31 avenue de la Paix, 67070 Strasbourg Cedex', '57 67 68'),
  metropolitan('Toulon', '5 rue Racine, 83041 Toulon Cedex', '83'),
  metropolitan('Toulouse', '68 rue Raymond-IV, 31068 Toulouse Cedex 07', '09 12 31 46 81 82'),
  metropolitan('Versailles', '56 avenue de Saint-Cloud, 78011 Versailles Cedex', '78 91'),
  overseas('de la Guadeloupe', '971'),
  overseas('de la Guyane', '973'),
  overseas('de la Martinique', '972'),
  overseas('de Mayotte', '976'),
  overseas('de La Réunion', '974 984'),
  overseas('de Saint-Barthélemy', '977'),
  overseas('de Saint-Martin', '978'),
  overseas('de Saint-Pierre-et-Miquelon', '975'),
  overseas('de Wallis-et-Futuna', '986'),
  overseas('de la Polynésie française', '987 989'),
  overseas('de Nouvelle-Calédonie', '988'),
]

/** The court in force on an ISO date for the authorities of a département; null when none is known. */
export const courtOfDepartment = (code: string, date: string): AdministrativeCourt | null =>
  administrativeCourts.find(
    ({ departments, validFrom, validTo }) =>
      departments.includes(code) && validFrom <= date && (validTo === null || date <= validTo),
  ) ?? null

function metropolitan(town: string, address: string, departments: string): AdministrativeCourt {
  return {
    name: `tribunal administratif ${/^[aâàeéèiîoôuy]/iu.test(town) ? `d’${town}` : `de ${town}`}`,
    address,
    departments: departments.split(' '),
    isOverseas: false,
    validFrom: '2015-11-09',
    validTo: null,
  }
}

function overseas(ofPlace: string, departments: string): AdministrativeCourt {
  return {
    name: `tribunal administratif ${ofPlace}`,
    address: '',
    departments: departments.split(' '),
    isOverseas: true,
    validFrom: '2015-11-09',
    validTo: null,
  }
}
