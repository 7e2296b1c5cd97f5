import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import style from './HelpSheet.module.css'
import { shortcutGroups } from './shortcuts.ts'

/** Every key, grouped by the place where it works. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Raccourcis du clavier"
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <Button variant="primary" onPress={onClose}>
          Fermer
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <div className={style.groups} tabIndex={0}>
        {shortcutGroups.map((group) => (
          <section key={group.place} className={style.group}>
            <h3>{group.place}</h3>
            <dl>
              {group.keys.map(([keys, effect]) => (
                <div key={keys} className={style.line}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{effect}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
