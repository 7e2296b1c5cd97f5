import type { SessionView } from '#shared/domain/session/sessionView.ts'
import style from '../SessionRoom.module.css'
import { words } from '../words.ts'
import { Discussion } from './Discussion.tsx'
import { sessionStory } from './sessionStory.ts'

/** What the minutes will tell, as it grows, and the general remarks. */
export function Story({ view }: { view: SessionView }) {
  const lines = sessionStory(view)
  return (
    <section className={style.story} aria-label={words.story}>
      {lines.length === 0 ? <p className={style.hint}>{words.storyEmpty}</p> : null}
      <ol className={style.storyLines}>
        {lines.map(({ at, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the story.
          <li key={index}>
            <span className={style.storyHour}>{at}</span>
            {text}
          </li>
        ))}
      </ol>
      <Discussion view={view} />
    </section>
  )
}
