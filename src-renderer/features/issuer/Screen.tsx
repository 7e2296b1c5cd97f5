import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Page } from '../../ui/Page.tsx'
import { IssuerForm } from './IssuerForm.tsx'
import style from './Screen.module.css'
import { words } from './words.ts'

/** Who writes, who instructs, who signs, before whom one appeals: once for every letter and act. */
export function Screen() {
  useTitle(words.title)
  const issuer = useRead('issuer.get', {})
  return (
    <Page title={words.title}>
      <p className={style.hint}>{words.intro}</p>
      <Reading read={issuer}>{(value) => <IssuerForm issuer={value} />}</Reading>
    </Page>
  )
}
