import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Button } from './Button.tsx'
import style from './CheckMenu.module.css'

export interface CheckMenuProps {
  readonly label: ReactNode
  readonly menuLabel: string
  readonly options: readonly { readonly key: string; readonly label: string }[]
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
}

/** A button that opens a list of things to tick. */
export function CheckMenu({ label, menuLabel, options, selected, onChange }: CheckMenuProps) {
  return (
    <MenuTrigger>
      <Button>{label}</Button>
      <Popover className={style.popover ?? ''} placement="bottom end">
        <Menu
          aria-label={menuLabel}
          className={style.menu ?? ''}
          selectionMode="multiple"
          selectedKeys={selected}
          onSelectionChange={(keys) =>
            onChange(keys === 'all' ? new Set(options.map(({ key }) => key)) : new Set([...keys].map(String)))
          }
        >
          {options.map((option) => (
            <MenuItem key={option.key} id={option.key} textValue={option.label} className={style.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={style.mark}>{isSelected ? <Check aria-hidden="true" /> : null}</span>
                  {option.label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
