import style from '../Screen.module.css'
import { words } from '../words.ts'
import { BringBack } from './BringBack.tsx'
import own from './Proof.module.css'
import { VerifyDocument } from './VerifyDocument.tsx'

/** Does a document say what was decided; and where does this signed one belong? */
export function ProofSide() {
  return (
    <div className={own.proof}>
      <VerifyDocument />
      <section className={style.group}>
        <h2 className={own.title}>{words.bringBackTitle}</h2>
        <p className={style.hint}>{words.bringBackHint}</p>
        <BringBack issueId={null} />
      </section>
    </div>
  )
}
