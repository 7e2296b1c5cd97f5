import type { DisclosureMask } from '#shared/domain/documents/documentBoard.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Table } from '../../../ui/Table.tsx'
import style from '../Screen.module.css'
import { maskWords, words } from '../words.ts'
import own from './Masks.module.css'
import { liftedAfter, type MaskGroup, maskGroups } from './maskGroups.ts'

/** Each mention once, with every place where it is masked; a whole mention or one of its places may stay readable. */
export function MaskTable({
  masks,
  lifted,
  onLift,
}: {
  masks: readonly DisclosureMask[]
  lifted: readonly string[]
  onLift: (lifted: readonly string[]) => void
}) {
  const change = (ids: readonly string[], isMasked: boolean) => onLift(liftedAfter(lifted, ids, isMasked))
  return (
    <Table
      caption={words.disclosureCaption}
      rows={maskGroups(masks)}
      rowKey={({ masks: [first] }) => first?.id ?? ''}
      columns={[
        {
          key: 'mention',
          header: words.masked,
          isRowHeader: true,
          width: '34%',
          cell: (group) => (
            <Checkbox
              isSelected={!group.masks.every(({ id }) => lifted.includes(id))}
              onChange={(isMasked) =>
                change(
                  group.masks.map(({ id }) => id),
                  isMasked,
                )
              }
            >
              {group.text}
            </Checkbox>
          ),
        },
        {
          key: 'where',
          header: words.where,
          cell: (group) => <Places group={group} lifted={lifted} onChange={change} />,
        },
        {
          key: 'why',
          header: words.why,
          width: '18rem',
          cell: ({ kind, reason }) => (
            <>
              {maskWords[kind]}
              <p className={style.hint}>{reason}</p>
            </>
          ),
        },
      ]}
    />
  )
}

function Places({
  group,
  lifted,
  onChange,
}: {
  group: MaskGroup
  lifted: readonly string[]
  onChange: (ids: readonly string[], isMasked: boolean) => void
}) {
  const [only] = group.masks
  if (group.masks.length === 1 && only !== undefined)
    return (
      <>
        {only.place}
        {only.context === only.text ? null : <p className={style.hint}>{only.context}</p>}
      </>
    )
  return (
    <details className={style.fold}>
      <summary>{words.places(group.masks.length)}</summary>
      <ul className={own.places}>
        {group.masks.map(({ id, place, context, text }) => (
          <li key={id}>
            <Checkbox
              isSelected={!lifted.includes(id)}
              onChange={(isMasked) => onChange([id], isMasked)}
              {...(context === text ? {} : { description: context })}
            >
              {place}
            </Checkbox>
          </li>
        ))}
      </ul>
    </details>
  )
}
