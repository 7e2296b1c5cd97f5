import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import style from '../Room.module.css'
import { words } from '../words.ts'

/** Rooms that announce themselves: they fill the address, the code alone proves. */
export function HeardRooms({ onChoose }: { onChoose: (address: string) => void }) {
  const heard = useRead('room.look', {})
  const rooms = heard.value ?? []
  return (
    <section className={style.section}>
      <h2>{words.heard}</h2>
      <div role="status">
        <p className={style.hint}>{rooms.length === 0 ? words.noneHeard : words.heardHint}</p>
      </div>
      <ul>
        {rooms.map(({ name, address }) => (
          <li key={`${name}/${address}`} className={style.line}>
            <span className={style.lineWords}>
              {name} <span className={style.soft}>{address}</span>
            </span>
            <Button label={words.chooseLabel(name)} onPress={() => onChoose(address)}>
              {words.choose}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="quiet" onPress={heard.again}>
          {words.hearAgain}
        </Button>
      </div>
    </section>
  )
}
