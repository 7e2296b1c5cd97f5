import { Columns3, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { readDepartment } from '#shared/domain/dossier/readDepartment.ts'
import type { ListAddress } from '../../frame/listAddress.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckMenu } from '../../ui/CheckMenu.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useHotkeys } from '../../ui/useHotkeys.ts'
import { statusWords } from '../../words/statusWords.ts'
import { columns } from './columns.tsx'
import style from './Filters.module.css'
import { words } from './words.ts'

export interface FiltersProps {
  readonly address: ListAddress
  readonly calls: readonly { readonly id: string; readonly name: string }[]
  readonly departments: readonly { readonly code: string; readonly count: number }[]
  readonly hiddenColumns: ReadonlySet<string>
  readonly onHiddenColumns: (hidden: ReadonlySet<string>) => void
  readonly onChange: (set: ListAddress) => void
}

/** The search field, the filters, and each active one as a token to take away. */
export function Filters(props: FiltersProps) {
  const { address, calls, departments, hiddenColumns, onHiddenColumns, onChange } = props
  const all = columns.map(({ key }) => key)
  return (
    <div className={style.filters}>
      <div className={style.line}>
        <SearchWords value={address.q ?? ''} onChange={(q) => onChange({ q })} />
        {calls.length > 1 ? (
          <div className={style.compact}>
            <Select
              label={words.call}
              isLabelHidden
              value={address.call ?? ''}
              options={[
                { value: '', label: words.allCalls },
                ...calls.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(call) => onChange({ call })}
            />
          </div>
        ) : null}
        <div className={style.compact}>
          <Select
            label={words.department}
            isLabelHidden
            value={address.dep ?? ''}
            options={[
              { value: '', label: words.allDepartments },
              ...departments
                .filter(({ code }) => code !== '')
                .map(({ code, count }) => ({
                  value: code,
                  label: words.departmentOption(code, readDepartment(code)?.name ?? '', count),
                })),
            ]}
            onChange={(dep) => onChange({ dep })}
          />
        </div>
        <div className={style.compact}>
          <Select
            label={words.status}
            isLabelHidden
            value={address.status ?? ''}
            options={[
              { value: '', label: words.allStatuses },
              ...Object.entries(statusWords).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(status) => onChange({ status })}
          />
        </div>
        <Button
          isPressed={address.check === '1'}
          onPress={() => onChange({ check: address.check === '1' ? '' : '1' })}
        >
          {words.toCheck}
        </Button>
        <span className={style.spring} />
        <CheckMenu
          label={
            <>
              <Columns3 aria-hidden="true" />
              {words.columns}
            </>
          }
          menuLabel={words.columnsMenu}
          options={columns.map(({ key, header }) => ({ key, label: header }))}
          selected={new Set(all.filter((key) => !hiddenColumns.has(key)))}
          onChange={(shown) => onHiddenColumns(new Set(all.filter((key) => !shown.has(key))))}
        />
      </div>
      <ActiveFilters address={address} onChange={onChange} />
    </div>
  )
}

function ActiveFilters({ address, onChange }: Pick<FiltersProps, 'address' | 'onChange'>) {
  const tokens = [
    address.q ? { label: words.filterSearch(address.q), drop: { q: '' } } : null,
    address.dep ? { label: words.filterDepartment(address.dep), drop: { dep: '' } } : null,
    address.status
      ? {
          label:
            Object.entries(statusWords).find(([value]) => value === address.status)?.[1] ?? address.status,
          drop: { status: '' },
        }
      : null,
  ].filter((token) => token !== null)
  if (tokens.length === 0) return null
  return (
    <ul className={style.tokens} aria-label={words.filters}>
      {tokens.map((token) => (
        <li key={token.label}>
          <button
            type="button"
            className={style.token}
            aria-label={words.dropFilter(token.label)}
            onClick={() => onChange(token.drop)}
          >
            {token.label}
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Typing shows at once; the address, and so the list, follow 120 ms later. « / » goes to the field. */
function SearchWords({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    if (value !== sent.current) setTyped(value)
    sent.current = value
  }, [value])
  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      latest.current(typed)
    }, 120)
    return () => clearTimeout(timer)
  }, [typed])
  useHotkeys({ '/': () => field.current?.focus() })
  return <SearchField ref={field} label={words.search} value={typed} onChange={setTyped} />
}
