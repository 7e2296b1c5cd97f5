import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Scale } from '#shared/domain/grid/grid.ts'
import { scaleLevels } from '#shared/domain/grid/scaleLevels.ts'
import { TextField } from '../../ui/TextField.tsx'
import style from './GridEditor.module.css'
import { words } from './words.ts'

/** What each level means, highest first, as one reads a jury's scale. */
export function AnchorFields({
  scale,
  isReadOnly,
  onChange,
}: {
  scale: Scale
  isReadOnly: boolean
  onChange: (scale: Scale) => void
}) {
  return (
    <fieldset className={style.anchors}>
      <legend className={style.legend}>{words.anchors}</legend>
      <p className={style.hint}>{words.anchorsHint}</p>
      {scaleLevels(scale.kind)
        .toReversed()
        .map((hundredths) => {
          const level = displayMark(scale, { kind: 'value', hundredths })
          return (
            <div key={hundredths} className={style.anchor}>
              <span className={style.level} aria-hidden="true">
                {level}
              </span>
              <TextField
                label={words.anchorOf(level)}
                isLabelHidden
                value={scale.anchors[String(hundredths)] ?? ''}
                isReadOnly={isReadOnly}
                onCommit={(text) =>
                  onChange({ ...scale, anchors: withAnchor(scale.anchors, hundredths, text) })
                }
              />
            </div>
          )
        })}
    </fieldset>
  )
}

function withAnchor(anchors: Scale['anchors'], hundredths: number, text: string): Scale['anchors'] {
  const { [String(hundredths)]: _, ...others } = anchors
  return text.trim() === '' ? others : { ...others, [String(hundredths)]: text }
}
