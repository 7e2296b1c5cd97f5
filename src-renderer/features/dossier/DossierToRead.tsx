import { DossierReading } from '../../reading/DossierReading.tsx'
import type { Holder } from '../../sharing/holderOf.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import style from './Dossier.module.css'
import { Recusals } from './Recusals.tsx'
import type { DossierView } from './useDossierChanges.ts'
import { words } from './words.ts'

/** The dossier on the laptop of somebody who does not keep it: to read, and the way to one's own sheet. */
export function DossierToRead({ view, holder }: { view: DossierView; holder: Holder }) {
  const { candidature, recusals } = view
  return (
    <div className={style.columns}>
      <DossierReading view={view} />
      <div className={style.column}>
        <p className={style.hint}>{words.readOnly}</p>
        {holder.memberId === null ? null : (
          <div>
            <LinkButton
              to="/notes"
              search={{ call: candidature.callId, evaluator: holder.memberId, candidature: candidature.id }}
            >
              {words.markOrRecuse}
            </LinkButton>
          </div>
        )}
        {holder.role === 'chair' ? <Recusals candidatureId={candidature.id} recusals={recusals} /> : null}
      </div>
    </div>
  )
}
