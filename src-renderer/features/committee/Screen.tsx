import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Page } from '../../ui/Page.tsx'
import { CommitteeForm } from './CommitteeForm.tsx'
import { MemberList } from './MemberList.tsx'
import { words } from './words.ts'

/** The committee: what it is, and who sits on it. */
export function Screen() {
  useTitle(words.title)
  const committee = useRead('committee.get', {})
  const members = useRead('member.list', {})
  return (
    <Page title={words.title}>
      <Reading read={committee}>{(value) => <CommitteeForm committee={value} />}</Reading>
      <Reading read={members}>{(value) => <MemberList members={value} />}</Reading>
    </Page>
  )
}
