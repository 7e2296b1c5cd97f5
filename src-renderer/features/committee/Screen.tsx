import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { CommitteeForm } from './CommitteeForm.tsx'
import { MemberList } from './MemberList.tsx'
import style from './Screen.module.css'
import { words } from './words.ts'

/** The committee: what it is, and who sits on it. */
export function Screen() {
  const committee = useRead('committee.get', {})
  const members = useRead('member.list', {})
  return (
    <div className={style.screen}>
      <h1>{words.title}</h1>
      <Reading read={committee}>{(value) => <CommitteeForm committee={value} />}</Reading>
      <Reading read={members}>{(value) => <MemberList members={value} />}</Reading>
    </div>
  )
}
