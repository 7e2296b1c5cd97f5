import { decides } from '../../committee/committee.ts'
import { authorityPhrase } from '../dossier/authorityPhrase.ts'
import { instancePhrase } from '../instancePhrase.ts'
import type { FollowUpFacts } from './followUpFacts.ts'

/** [RE5] Who takes the act, with its article: the instance that decides, else the authority to which the opinion goes. Empty when unknown. */
export function actAuthority({ act, session }: FollowUpFacts): string {
  if (decides(session.instance.type)) return instancePhrase(session.instance.name).subject
  const named = act?.authority.trim() || session.instance.decidingAuthority.trim()
  return named === '' ? '' : authorityPhrase(named)
}
