import type { MarksFacts } from '../session/sessionFacts.ts'
import { counted, frenchHour, frenchList } from './typography.ts'

/** [MN11] How a dossier was marked: by whom one waits, never what anybody gave. */
export function marksSentence(marks: MarksFacts): string {
  const revealed =
    !marks.sealed || marks.revealedAt === null
      ? ''
      : ` Les notes, tenues cachées pendant leur saisie, sont dévoilées à ${frenchHour(marks.revealedAt)}.`
  if (marks.mode === 'collegial')
    return `Notation collégiale${marks.filed === 0 ? ', fiche non remise' : ''}.${revealed}`
  const signed =
    marks.countersigned === 0
      ? ''
      : `, dont ${marks.countersigned} ${marks.countersigned > 1 ? 'contresignées' : 'contresignée'}`
  const filed = counted(marks.filed, 'fiche remise', 'fiches remises')
  const missing =
    marks.missing.length === 0
      ? ''
      : ` Pour ce point, ${marks.missing.length > 1 ? 'fiches non remises' : 'fiche non remise'} : ${frenchList(marks.missing)}.`
  return `Notation nominative : ${filed} sur ${marks.expected}${signed}.${missing}${revealed}`
}
