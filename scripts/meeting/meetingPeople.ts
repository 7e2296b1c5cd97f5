import type { InputOf } from '#shared/contract/contract.ts'

/** Invented: a community council of twelve, and the substitute of one of them. */
export const meetingCommittee: InputOf<'file.create'>['committee'] = {
  name: 'Conseil communautaire des Trois Rivières (exemple)',
  instanceType: 'organe_deliberant',
  decidingAuthority: '',
  place: 'salle du conseil, Pontivy',
  recusalCounting: 'numerator',
  proxiesPerHolder: 1,
  noticeRule: 'council-3500-and-more',
}

export type MemberKey =
  | 'abgrall'
  | 'bourdon'
  | 'corre'
  | 'diallo'
  | 'evenou'
  | 'floch'
  | 'guillou'
  | 'hamon'
  | 'inizan'
  | 'jaffre'
  | 'kerleau'
  | 'lebris'
  | 'madec'

interface Person {
  readonly firstName: string
  readonly lastName: string
  readonly capacity: string
  readonly role: 'chair' | 'secretary' | 'member'
  /** How far the marks of this person lie from those of the others, in steps of the scale. */
  readonly severity: -1 | 0 | 1
}

export const meetingPeople: Readonly<Record<MemberKey, Person>> = {
  abgrall: person('Solène', 'Abgrall', 'présidente du conseil', 0, 'chair'),
  bourdon: person('Marc', 'Bourdon', 'premier vice-président', 0),
  corre: person('Anne', 'Corre', 'vice-présidente aux finances', -1, 'secretary'),
  diallo: person('Ousmane', 'Diallo', 'vice-président au numérique', 1),
  evenou: person('Yann', 'Évenou', 'conseiller communautaire', 0),
  floch: person('Rozenn', 'Floc’h', 'conseillère communautaire', 0),
  guillou: person('Pierre', 'Guillou', 'conseiller communautaire', -1),
  hamon: person('Lucie', 'Hamon', 'conseillère communautaire', 1),
  inizan: person('Brieuc', 'Inizan', 'conseiller communautaire', 0),
  jaffre: person('Nolwenn', 'Jaffré', 'conseillère communautaire', 0),
  kerleau: person('Hervé', 'Kerleau', 'conseiller communautaire', 0),
  lebris: person('Catherine', 'Le Bris', 'conseillère communautaire', 1),
  madec: person('Tristan', 'Madec', 'conseiller suppléant', 0),
}

/** Who sits for whom. */
export const meetingSubstitute = { substitute: 'madec', of: 'lebris' } as const

function person(
  firstName: string,
  lastName: string,
  capacity: string,
  severity: Person['severity'],
  role: Person['role'] = 'member',
): Person {
  return { firstName, lastName, capacity, severity, role }
}
