import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import style from './Tabs.module.css'

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly label: ReactNode; readonly content: ReactNode }[]
  /** Given with `onChange` when the address holds the tab. */
  readonly selected?: string
  readonly onChange?: (id: string) => void
  /** The panel takes the height that is left and scrolls by itself. */
  readonly isFilled?: boolean
}

/** Several sides of one thing, one at a time. */
export function Tabs({ label, tabs, selected, onChange, isFilled = false }: TabsProps) {
  return (
    <AriaTabs
      className={`${style.tabs} ${isFilled ? style.filled : ''}`}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onChange === undefined ? {} : { onSelectionChange: (key) => onChange(String(key)) })}
    >
      <TabList aria-label={label} className={style.list ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={style.tab ?? ''}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={style.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
