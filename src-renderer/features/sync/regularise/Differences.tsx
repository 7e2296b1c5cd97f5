import type { RegulariseLine } from '#shared/contract/syncAnswers.ts'
import style from './Regularise.module.css'
import { words } from './words.ts'

/** Mine and what stands, field by field; what differs is said in a word, tinted and bold, never by its colour alone. */
export function Differences({
  label,
  differences,
}: {
  label: string
  differences: RegulariseLine['differences']
}) {
  return (
    <table className={style.differences}>
      <caption className="visually-hidden">{`${words.compare} : ${label}`}</caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.mine}</th>
          <th scope="col">{words.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, mine, theirs }) => {
          const isOther = mine !== theirs
          return (
            <tr key={field} className={isOther ? style.differs : undefined}>
              <th scope="row">
                {field}
                <span className={isOther ? style.mark : 'visually-hidden'}>
                  {isOther ? <span aria-hidden="true">≠ </span> : ' '}
                  {isOther ? words.differs : words.same}
                </span>
              </th>
              <td>{written(mine)}</td>
              <td>{written(theirs)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const written = (text: string) =>
  text === '' ? <span className={style.nothing}>{words.nothing}</span> : text
