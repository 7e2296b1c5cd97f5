import { Search } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { AppState } from '#shared/contract/answers.ts'
import style from './Frame.module.css'
import { openPalette } from './openPalette.ts'
import { Viewer } from './Viewer.tsx'
import { words } from './words.ts'

/** Where one is, and the one field that finds everything and does everything. */
export function TopBar({ app }: { app: AppState }) {
  return (
    <header className={style.top}>
      <span className={style.product}>{words.product}</span>
      <span className={style.committee}>{app.file?.committee?.name ?? app.file?.name}</span>
      {app.viewer === null ? null : <Viewer name={app.viewer.name} />}
      <Button className={style.command ?? ''} onPress={openPalette} aria-keyshortcuts="Control+K">
        <Search aria-hidden="true" />
        {words.search}
        <kbd>{words.searchKey}</kbd>
      </Button>
    </header>
  )
}
