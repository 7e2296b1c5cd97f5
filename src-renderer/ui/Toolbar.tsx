import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import style from './Toolbar.module.css'

/** Buttons that belong together; one stop of Tab, arrows inside. Not for fields. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={style.toolbar ?? ''}>
      {children}
    </AriaToolbar>
  )
}
