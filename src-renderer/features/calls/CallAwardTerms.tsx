import type { InputOf } from '#shared/contract/contract.ts'
import type { Call } from '#shared/domain/call/call.ts'
import { AwardTermsFields } from '../../forms/AwardTermsFields.tsx'
import style from './CallDetail.module.css'
import { words } from './words.ts'

/** What every act of award of the call says, unless a candidature says otherwise. */
export function CallAwardTerms({
  call,
  onChange,
}: {
  call: Call
  onChange: (set: InputOf<'call.change'>['set']) => void
}) {
  return (
    <section className={style.section}>
      <h2>{words.awardTerms}</h2>
      <p className={style.hint}>{words.awardTermsHint}</p>
      <AwardTermsFields terms={call.awardTerms} onChange={(awardTerms) => onChange({ awardTerms })} />
    </section>
  )
}
