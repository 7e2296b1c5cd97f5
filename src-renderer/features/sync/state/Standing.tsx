import { type Tone, toneSigns } from '../../../ui/tone.ts'
import style from '../Sync.module.css'

/** How it stands, in large: a sign, one sentence, what is safe whatever happens. */
export function Standing({ tone, sentence, safe }: { tone: Tone; sentence: string; safe: string }) {
  return (
    <div className={`${style.standing} ${style[tone]}`}>
      <span className={style.sign} aria-hidden="true">
        {toneSigns[tone]}
      </span>
      <p>{sentence}</p>
      <p className={style.safe}>{safe}</p>
    </div>
  )
}
