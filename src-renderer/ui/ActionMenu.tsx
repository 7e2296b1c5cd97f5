import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Button } from './Button.tsx'
import style from './CheckMenu.module.css'

export interface ActionMenuProps {
  readonly label: ReactNode
  /** Says what the menu is about, when its visible label is only a sign. */
  readonly menuLabel: string
  readonly actions: readonly { readonly key: string; readonly label: string; readonly run: () => void }[]
}

/** A button that opens a list of things to do; nothing when there is none. */
export function ActionMenu({ label, menuLabel, actions }: ActionMenuProps) {
  if (actions.length === 0) return null
  return (
    <MenuTrigger>
      <Button variant="quiet" label={menuLabel}>
        {label}
      </Button>
      <Popover className={style.popover ?? ''} placement="bottom end">
        <Menu
          aria-label={menuLabel}
          className={style.menu ?? ''}
          onAction={(key) => actions.find((action) => action.key === key)?.run()}
        >
          {actions.map((action) => (
            <MenuItem key={action.key} id={action.key} textValue={action.label} className={style.item ?? ''}>
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
