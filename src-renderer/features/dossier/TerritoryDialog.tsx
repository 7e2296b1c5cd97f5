import { useDeferredValue, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import type { Applicant, ApplicantKind } from '#shared/domain/dossier/dossier.ts'
import { readDepartment } from '#shared/domain/dossier/readDepartment.ts'
import { useRead } from '../../bridge/useRead.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatCount } from '../../ui/formatCount.ts'
import { useEnterTakesFirst } from '../../ui/useEnterTakesFirst.ts'
import style from './Dossier.module.css'
import { kindWords, words } from './words.ts'

export interface TerritoryDialogProps {
  readonly applicantName: string
  readonly onClose: () => void
  readonly onChoose: (territory: Partial<Applicant>) => void
}

/** Finds the applicant in the national list, which lies in the application: no network. */
export function TerritoryDialog({ applicantName, onClose, onChoose }: TerritoryDialogProps) {
  const [typed, setTyped] = useState(applicantName)
  const sought = useDeferredValue(typed.trim())
  const found = useRead(
    'territory.search',
    { query: sought.slice(0, 500) },
    { isEnabled: sought.length >= 2, keepPrevious: true },
  )
  const territories = sought.length >= 2 ? (found.value ?? []) : []
  const choose = ({ kind, code, siren, population, department }: (typeof territories)[number]) =>
    onChoose({
      kind: isKind(kind) ? kind : 'other',
      territoryCode: code,
      siren,
      population,
      department: readDepartment(department),
    })
  const [first] = territories
  const finding = useEnterTakesFirst(
    sought === typed.trim() && !(sought.length >= 2 && found.isWaiting),
    first === undefined ? null : () => choose(first),
  )
  return (
    <Dialog title={words.matchTitle} isOpen onClose={onClose}>
      <div {...finding} style={{ display: 'contents' }}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <TextField aria-label={words.matchField} autoFocus>
            <Input className={style.input ?? ''} placeholder={words.matchField} />
          </TextField>
          <Menu
            className={style.menu ?? ''}
            aria-label={words.territory}
            renderEmptyState={() => (
              <p className={style.hint}>{sought.length < 2 ? words.matchTyping : words.matchNothing}</p>
            )}
          >
            {territories.map((territory) => (
              <MenuItem
                key={`${territory.kind}/${territory.code}`}
                id={`${territory.kind}/${territory.code}`}
                textValue={territory.name}
                className={style.found ?? ''}
                onAction={() => choose(territory)}
              >
                <span>{territory.name}</span>
                <span className={style.foundDetail}>
                  {[
                    isKind(territory.kind) ? kindWords[territory.kind] : territory.kind,
                    territory.department,
                    territory.population === null ? '' : words.inhabitants(formatCount(territory.population)),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </MenuItem>
            ))}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  )
}

const isKind = (kind: string): kind is ApplicantKind => kind in kindWords
