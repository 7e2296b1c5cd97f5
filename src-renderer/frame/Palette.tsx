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
import { useEnterTakesFirst } from '../ui/useEnterTakesFirst.ts'
import style from './Palette.module.css'
import { type Command, useCommands } from './useCommands.ts'

/** One field that finds places, candidatures and actions (Ctrl+K). Words may come in any order, without accents. */
export function Palette({ app, onClose }: { app: AppState; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const commands = useCommands(app).filter((command) => matches(command.label, sought))
  const { candidatures, isWaiting } = useFoundCandidatures(sought)
  const sections = [
    { title: 'Candidatures', commands: candidatures },
    { title: 'Lieux', commands: commands.filter((command) => command.kind === 'place') },
    { title: 'Actions', commands: commands.filter((command) => command.kind === 'action') },
  ].filter((section) => section.commands.length > 0)
  const first = sections[0]?.commands[0]
  const run = (command: Command) => {
    onClose()
    command.run()
  }
  const finding = useEnterTakesFirst(
    sought === typed.trim() && !isWaiting,
    first === undefined ? null : () => run(first),
  )
  return (
    <Dialog title="Chercher, agir" isOpen onClose={onClose}>
      <div {...finding} style={{ display: 'contents' }}>
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
                <p className={style.nothing}>
                  Rien ne correspond. Essayez un autre mot, ou le début d’un nom.
                </p>
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
                      onAction={() => run(command)}
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
      </div>
    </Dialog>
  )
}

function useFoundCandidatures(sought: string): {
  readonly candidatures: readonly Command[]
  readonly isWaiting: boolean
} {
  const navigate = useNavigate()
  const found = useRead(
    'candidature.list',
    { callId: null, search: sought, filters: {}, sort: 'number', descending: false, offset: 0, limit: 8 },
    { isEnabled: sought !== '', keepPrevious: true },
  )
  if (sought === '') return { candidatures: [], isWaiting: false }
  const candidatures = (found.value?.rows ?? []).map((row) => ({
    kind: 'candidature' as const,
    id: row.id,
    label: row.applicant,
    detail: `n° ${row.number}`,
    below: row.title,
    run: () => void navigate({ to: `/candidatures/${row.id}` }),
  }))
  return { candidatures, isWaiting: found.isWaiting }
}

/** Every typed word begins a word of the label. */
function matches(label: string, sought: string): boolean {
  const words = foldForSearch(label).split(' ')
  return foldForSearch(sought)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}
