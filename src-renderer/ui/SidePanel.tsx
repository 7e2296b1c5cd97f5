import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import style from './SidePanel.module.css'

export interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

/** Details at the right of a list; the list stays in sight. */
export function SidePanel({ title, onClose, width = 'narrow', children }: SidePanelProps) {
  return (
    <aside className={`${style.panel} ${width === 'wide' ? style.wide : ''}`} aria-label={title}>
      <header className={style.header}>
        <h2 className={style.title}>{title}</h2>
        <Button variant="quiet" onPress={onClose} shortcut="Escape">
          <X aria-hidden="true" />
          Fermer
        </Button>
      </header>
      <div className={style.body}>{children}</div>
    </aside>
  )
}
