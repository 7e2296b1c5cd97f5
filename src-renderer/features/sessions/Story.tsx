import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { TextField } from '../../ui/TextField.tsx'
import style from './SessionRoom.module.css'
import { sessionStory } from './sessionStory.ts'
import { words } from './words.ts'

/** What the minutes will tell, as it grows, and the general remarks. */
export function Story({ view }: { view: SessionView }) {
  const { session } = view
  const { act, refusal } = useAct('session.change')
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
      <RefusalNotice refusal={refusal} />
      <TextField
        label={words.discussion}
        description={words.discussionHint}
        value={session.discussion}
        multiline
        isReadOnly={session.status === 'closed'}
        onCommit={(discussion) => void act({ sessionId: session.id, set: { discussion } })}
      />
    </section>
  )
}
