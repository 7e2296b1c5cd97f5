import type { SessionFacts } from '../session/sessionFacts.ts'
import type { Block } from './model.ts'
import { person } from './sessionHead.ts'
import { typographic } from './typography.ts'

/** Who presides and who keeps the minutes sign; capacities are printed as they were given. */
export const signatures = (facts: SessionFacts): Block => ({
  type: 'signatures',
  places: [
    { role: 'Présidence de séance', signer: facts.chair },
    { role: 'Secrétariat de séance', signer: facts.secretary },
  ].map(({ role, signer }) => ({
    capacity: typographic(role),
    name: typographic(person(signer)),
    mention: 'Date et signature',
  })),
})
