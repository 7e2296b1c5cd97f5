import type { AppState } from '#shared/contract/answers.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { FieldList } from '../../ui/FieldList.tsx'
import { Page } from '../../ui/Page.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { CheckFile } from './CheckFile.tsx'
import style from './File.module.css'
import { LookFields } from './LookFields.tsx'
import { words } from './words.ts'

/** The file itself: where it lies, whether it is sound, what opens it, and how it looks on this computer. */
export function Screen() {
  useTitle(words.title)
  const state = useRead('app.state', {})
  return (
    <Page title={words.title}>
      <Reading read={state}>
        {(app) => (
          <div className={style.sections}>
            <section className={style.section}>
              <h2>{words.place}</h2>
              <p className={style.hint}>{words.placeWords}</p>
              <FieldList
                items={[
                  { name: words.name, value: app.file?.name ?? '' },
                  { name: words.path, value: app.file?.path ?? '' },
                  { name: words.version, value: app.version },
                ]}
              />
            </section>
            <CheckFile />
            <ChangePassphrase />
            <section className={style.section}>
              <h2>{words.quickUnlock}</h2>
              <p>{quickUnlockWords(app)}</p>
            </section>
            <LookFields />
          </div>
        )}
      </Reading>
    </Page>
  )
}

function quickUnlockWords(app: AppState): string {
  if (!app.keyStoreAvailable) return words.quickUnlockNone
  const recent = app.recentFiles.find(({ path }) => path === app.file?.path)
  return recent?.quickUnlock ? words.quickUnlockOn : words.quickUnlockOff
}
