import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import type { AppState } from '#shared/contract/answers.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import { useRead } from '../bridge/useRead.ts'
import { Dialog } from '../ui/Dialog.tsx'
import style from './Palette.module.css'
import { type Command, useCommands } from './useCommands.ts'

/** One field that finds places, candidatures and actions (Ctrl+K). Words may come in any order, without accents. */
export function Palette({ app, onClose }: { app: AppState; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const commands = useCommands(app).filter((command) => matches(command.label, sought))
  const candidatures = useFoundCandidatures(sought)
  const sections = [
    { title: 'Candidatures', commands: candidatures },
    { title: 'Lieux', commands: commands.filter((command) => command.kind === 'place') },
    { title: 'Actions', commands: commands.filter((command) => command.kind === 'action') },
  ].filter((section) => section.commands.length > 0)
  return (
    <Dialog title="Chercher, agir" isOpen onClose={onClose}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <TextField aria-label="Nom d’un lieu, d’une candidature ou d’une action" autoFocus>
          <Input className={style.input ?? ''} placeholder="Un nom, une commune, une action…" />
        </TextField>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: results scroll by the keyboard only when they can be focused. */}
        <section className={style.menu} tabIndex={0} aria-label="Résultats">
          <Menu
            className={style.results ?? ''}
            aria-label="Résultats"
            renderEmptyState={() => (
              <p className={style.nothing}>Rien ne correspond. Essayez un autre mot, ou le début d’un nom.</p>
            )}
          >
            {sections.map((section) => (
              <MenuSection key={section.title} id={section.title}>
                <Header className={style.header ?? ''}>{section.title}</Header>
                {section.commands.map((command) => (
                  <MenuItem
                    key={command.id}
                    id={command.id}
                    textValue={`${command.label} ${command.below ?? ''}`}
                    className={style.item ?? ''}
                    onAction={() => {
                      onClose()
                      command.run()
                    }}
                  >
                    <span className={style.label}>
                      {command.label}
                      {command.below === undefined ? null : (
                        <span className={style.below}>{command.below}</span>
                      )}
                    </span>
                    {command.detail === undefined ? null : (
                      <span className={style.detail}>{command.detail}</span>
                    )}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </section>
      </Autocomplete>
    </Dialog>
  )
}

function useFoundCandidatures(sought: string): readonly Command[] {
  const navigate = useNavigate()
  const found = useRead(
    'candidature.list',
    { callId: null, search: sought, filters: {}, sort: 'number', descending: false, offset: 0, limit: 8 },
    { isEnabled: sought !== '', keepPrevious: true },
  )
  if (sought === '') return []
  return (found.value?.rows ?? []).map((row) => ({
    kind: 'candidature',
    id: row.id,
    label: row.applicant,
    detail: `n° ${row.number}`,
    below: row.title,
    run: () => void navigate({ to: `/candidatures/${row.id}` }),
  }))
}

/** Every typed word begins a word of the label. */
function matches(label: string, sought: string): boolean {
  const words = foldForSearch(label).split(' ')
  return foldForSearch(sought)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}
