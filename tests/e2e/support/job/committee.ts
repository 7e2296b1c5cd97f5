export const committee = {
  name: 'Commission numérique de Kerdilès',
  place: 'Mairie de Kerdilès',
  authority: 'le conseil communautaire',
  passphrase: 'quatre mots sans rapport',
} as const

export interface Person {
  readonly first: string
  readonly last: string
  readonly capacity: string
  readonly role: 'Présidence' | 'Secrétariat' | 'Membre'
}

export const nameOf = ({ first, last }: Person): string => `${first} ${last}`

export const chair: Person = { first: 'Anne', last: 'Moal', capacity: 'maire', role: 'Présidence' }
export const secretary: Person = {
  first: 'Ewen',
  last: 'Riou',
  capacity: 'secrétaire général',
  role: 'Secrétariat',
}
/** Steps out of the room for the first candidature examined. */
export const recused: Person = { first: 'Lise', last: 'Cadiou', capacity: 'adjointe', role: 'Membre' }
export const dissenter: Person = { first: 'Yann', last: 'Kerbrat', capacity: 'conseiller', role: 'Membre' }

export const members: readonly Person[] = [chair, secretary, recused, dissenter]
