import type { DecisionAct } from '../../session/session.ts'
import { frenchDate } from '../typography.ts'
import type { DossierFacts } from './dossierFacts.ts'

/** What is sent with a letter that notifies: the act itself (french-rules §1.6). */
export const annexesOf = ({ act }: DossierFacts): readonly string[] =>
  act === null ? [] : [`copie ${ofNature[act.nature]} n° ${act.number} du ${frenchDate(act.date)}`]

const ofNature: Record<DecisionAct['nature'], string> = {
  deliberation: 'de la délibération',
  arrete: 'de l’arrêté',
  decision: 'de la décision',
}
