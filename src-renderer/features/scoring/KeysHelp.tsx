import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import style from './GridPanel.module.css'
import { keyWords, words } from './words.ts'

/** The keys of the grid, and the switch that turns single letters off. */
export function KeysHelp({
  singleKeys,
  onSingleKeys,
}: {
  singleKeys: boolean
  onSingleKeys: (isOn: boolean) => void
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        <Keyboard aria-hidden="true" />
        {words.keys}
      </Button>
      <Dialog title={words.keys} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className={style.keys}>
          {keyWords.map(({ keys, effect }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{effect}</dd>
            </div>
          ))}
        </dl>
        <Checkbox isSelected={singleKeys} onChange={onSingleKeys}>
          {words.singleKeys}
        </Checkbox>
      </Dialog>
    </>
  )
}
