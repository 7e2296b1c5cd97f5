import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import type { DecisionAct } from '#shared/domain/session/session.ts'

/** The commune of several tests: its letterhead, and the act that follows its session. */
export const issuer: Omit<Issuer, 'id'> = {
  name: 'Commune de Plouvara',
  kind: 'commune',
  siret: '21220234500018',
  address: '1 place de la Mairie\n22170 Plouvara',
  town: 'Plouvara',
  phone: '02 96 00 00 00',
  email: 'mairie@plouvara.example',
  website: '',
  service: 'Service numérique',
  agent: {
    name: 'Denis Le Gall',
    capacity: 'chargé de mission',
    address: '',
    phone: '02 96 00 00 01',
    email: 'numerique@plouvara.example',
  },
  signatory: { name: 'Ada Exemple', capacity: 'la maire' },
  appealTo: 'la maire de Plouvara',
  court: {
    name: 'le tribunal administratif de Rennes',
    address: '3 contour de la Motte\n35044 Rennes Cedex',
  },
}

export const decisionAct: DecisionAct = {
  nature: 'deliberation',
  number: '2026-12',
  date: '2026-04-02',
  authority: 'le conseil municipal de Plouvara',
  transmittedOn: '2026-04-03',
  publishedOn: '2026-04-03',
}
