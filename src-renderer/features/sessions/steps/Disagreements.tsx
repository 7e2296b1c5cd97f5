import type { Member } from '#shared/domain/committee/committee.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { nameOf } from '../personName.ts'
import { words } from '../words.ts'
import style from './ItemPanel.module.css'
import type { ItemDraft } from './voteDraft.ts'

/** Any member may have a disagreement recorded (CRPA R133-13). */
export function Disagreements({
  members,
  presentIds,
  disagreements,
  onDisagreements,
}: {
  members: readonly Member[]
  presentIds: readonly string[]
  disagreements: ItemDraft['disagreements']
  onDisagreements: (disagreements: ItemDraft['disagreements']) => void
}) {
  const others = presentIds.filter((id) => !disagreements.some(({ memberId }) => memberId === id))
  const write = (memberId: string, text: string) =>
    onDisagreements(disagreements.map((each) => (each.memberId === memberId ? { memberId, text } : each)))
  return (
    <details className={style.fold} open={disagreements.length > 0}>
      <summary>{words.disagreement}</summary>
      {disagreements.map(({ memberId, text }) => (
        <TextField
          key={memberId}
          label={words.disagreementOf(nameOf(members, memberId))}
          value={text}
          onType={(typed) => write(memberId, typed)}
          onCommit={(typed) => write(memberId, typed)}
        />
      ))}
      {others.length === 0 ? null : (
        <Select
          label={words.disagreementMember}
          value={null}
          options={others.map((id) => ({ value: id, label: nameOf(members, id) }))}
          onChange={(memberId) => onDisagreements([...disagreements, { memberId, text: '' }])}
        />
      )}
    </details>
  )
}
