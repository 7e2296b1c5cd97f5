import type { CandidatureLine } from '#shared/domain/documents/documentBoard.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Screen.module.css'
import { words } from '../words.ts'
import { missingGroups } from './missingGroups.ts'
import type { MissingPlace } from './placeOfMissing.ts'

/** What a document cannot do without, and the way to where each is filled. */
export function Missing({
  items,
  sessionId,
  candidatureId,
  candidatures,
}: {
  items: readonly string[]
  sessionId: string
  /** Of the document, when it is of one candidature. */
  candidatureId?: string
  candidatures: readonly Pick<CandidatureLine, 'candidatureId' | 'number'>[]
}) {
  return (
    <div className={style.missing}>
      <Notice tone="check">
        <p>{words.missingTitle}</p>
        {missingGroups(items).map(({ place, items: some }) => {
          const to = place === null ? null : addressOf(place)
          return (
            <div key={JSON.stringify(place)} className={style.missingGroup}>
              <ul className={style.items}>
                {some.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
              {to === null ? null : (
                <LinkButton to={to.path} search={to.search}>
                  {to.label}
                </LinkButton>
              )}
            </div>
          )
        })}
      </Notice>
    </div>
  )

  function addressOf(place: MissingPlace) {
    switch (place.at) {
      case 'issuer':
        return { path: '/autorite', search: {}, label: words.fillIssuer }
      case 'committee':
        return { path: '/comite', search: {}, label: words.fillCommittee }
      case 'session':
        return { path: `/seances/${sessionId}`, search: {}, label: words.fillSession }
      case 'act':
        return {
          path: '/documents',
          search: { session: sessionId, view: 'lettres', acte: '1' },
          label: words.recordAct,
        }
      case 'dossier': {
        const id =
          place.number === null
            ? candidatureId
            : candidatures.find(({ number }) => number === place.number)?.candidatureId
        return id === undefined
          ? null
          : {
              path: `/candidatures/${id}`,
              search: { side: place.side },
              label: place.number === null ? words.fillSides[place.side] : words.fillNumber(place.number),
            }
      }
    }
  }
}
