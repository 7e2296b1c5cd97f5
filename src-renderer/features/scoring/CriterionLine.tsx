import { MessageSquare } from 'lucide-react'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Criterion, Mark } from '#shared/domain/grid/grid.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Anchors } from './Anchors.tsx'
import style from './GridPanel.module.css'
import { MarkSegments } from './MarkSegments.tsx'
import { words } from './words.ts'

export interface CriterionLineProps {
  readonly criterion: Criterion
  readonly mark: Mark | null
  /** Weight of the heaviest criterion: the weight bar is drawn against it. */
  readonly heaviest: number
  readonly isActive: boolean
  readonly isFiled: boolean
  readonly isCommentOpen: boolean
  readonly isCommentMissing: boolean
  /** What waits or what is wrong on this criterion. */
  readonly typing: string | null
  readonly onActivate: () => void
  readonly onMark: (mark: Mark | null) => void
  readonly onComment: (isOpen: boolean) => void
}

/** One criterion: its label and weight, the scale, and, when it is the one under way, its guidance and levels in words. */
export function CriterionLine(props: CriterionLineProps) {
  const { criterion, mark, isActive, isFiled, isCommentOpen, typing } = props
  const comment = mark?.comment ?? ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only follows the focus that the radios inside take.
    <div
      className={style.criterion}
      data-active={isActive}
      data-criterion={criterion.code}
      onFocus={props.onActivate}
    >
      <div className={style.criterionHead}>
        <span className={style.label} id={`label-${criterion.code}`}>
          {criterion.label}
        </span>
        <span className={style.weightWords}>
          {criterion.informative ? words.informative : words.weight(criterion.weight)}
        </span>
      </div>
      {criterion.informative ? null : (
        <span className={style.weightTrack} aria-hidden="true">
          <span className={style.weight} style={{ width: `${(criterion.weight / props.heaviest) * 100}%` }} />
        </span>
      )}
      {isActive && criterion.guidance !== '' ? <p className={style.guidance}>{criterion.guidance}</p> : null}
      <div className={style.markLine}>
        <MarkSegments
          criterion={criterion}
          mark={mark}
          isDisabled={isFiled}
          onMark={(given) => props.onMark({ ...given, comment })}
        />
        {isFiled || isCommentOpen || comment !== '' ? null : (
          <Button
            variant="quiet"
            shortcut="C"
            label={`${words.openComment} : ${criterion.label}`}
            onPress={() => props.onComment(true)}
          >
            <MessageSquare aria-hidden="true" />
            {words.openComment}
          </Button>
        )}
      </div>
      {typing === null ? null : <p className={style.typing}>{typing}</p>}
      <Anchors criterion={criterion} mark={mark} isUnfolded={isActive} />
      {props.isCommentMissing ? <p className={style.missing}>✗ {words.commentRequired}</p> : null}
      {isCommentOpen || comment !== '' ? <CommentField {...props} comment={comment} /> : null}
    </div>
  )
}

function CommentField({
  criterion,
  mark,
  comment,
  isFiled,
  isCommentOpen,
  onMark,
  onComment,
}: CriterionLineProps & { comment: string }) {
  if (mark === null) return <p className={style.typing}>{words.markFirst}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field inside.
    <div
      className={style.comment}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onComment(false)
      }}
    >
      <TextField
        label={`${words.comment} (${displayMark(criterion.scale, mark)})`}
        value={comment}
        multiline
        isReadOnly={isFiled}
        autoFocus={isCommentOpen}
        onCommit={(text) => onMark({ ...mark, comment: text })}
      />
    </div>
  )
}
