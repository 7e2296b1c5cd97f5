import { useDeferredValue, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { Button } from '../Button.tsx'
import { useEnterTakesFirst } from '../useEnterTakesFirst.ts'
import style from './PickMenu.module.css'

export interface PickMenuProps {
  readonly label: string
  readonly menuLabel: string
  readonly searchLabel: string
  readonly emptyText: string
  readonly options: readonly { readonly key: string; readonly label: string }[]
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onPick: (key: string) => void
  /** Something else to do than to pick. */
  readonly other?: { readonly label: string; readonly run: () => void }
}

/** More than one reads: beyond, a few letters more. */
const mostShown = 60

/** A button that opens a list one finds in by its words, in any order and without accents. Enter takes the chosen one. */
export function PickMenu({
  label,
  menuLabel,
  searchLabel,
  emptyText,
  options,
  isOpen,
  onOpenChange,
  onPick,
  other,
}: PickMenuProps) {
  const [typed, setTyped] = useState('')
  const folded = foldForSearch(typed)
  const sought = useDeferredValue(folded)
  const parts = sought.split(' ').filter(Boolean)
  const found = options
    .filter((option) => parts.every((part) => foldForSearch(option.label).includes(part)))
    .slice(0, mostShown)
  const open = (isOpened: boolean) => {
    setTyped('')
    onOpenChange(isOpened)
  }
  const [first] = found
  const finding = useEnterTakesFirst(
    sought === folded,
    first === undefined
      ? null
      : () => {
          open(false)
          onPick(first.key)
        },
  )
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={open}>
      <Button variant="quiet" label={menuLabel}>
        {label}
      </Button>
      <Popover className={style.popover ?? ''} placement="bottom end">
        <div {...finding} style={{ display: 'contents' }}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField aria-label={searchLabel} autoFocus>
              <Input className={style.input ?? ''} placeholder={searchLabel} />
            </TextField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls by the keyboard only when it can be focused. */}
            <section className={style.scroll} tabIndex={0} aria-label={menuLabel}>
              <Menu
                aria-label={menuLabel}
                className={style.menu ?? ''}
                onAction={(key) => onPick(String(key))}
                renderEmptyState={() => <p className={style.nothing}>{emptyText}</p>}
              >
                {found.map((option) => (
                  <MenuItem
                    key={option.key}
                    id={option.key}
                    textValue={option.label}
                    className={style.item ?? ''}
                  >
                    {option.label}
                  </MenuItem>
                ))}
              </Menu>
            </section>
          </Autocomplete>
        </div>
        {other === undefined ? null : (
          <div className={style.other}>
            <Button
              variant="quiet"
              onPress={() => {
                open(false)
                other.run()
              }}
            >
              {other.label}
            </Button>
          </div>
        )}
      </Popover>
    </MenuTrigger>
  )
}
