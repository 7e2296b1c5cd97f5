import type { SyncIncident } from '#shared/contract/syncAnswers.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyPlace } from '../../../ui/EmptyPlace.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import style from '../Sync.module.css'
import incidentStyle from './Incidents.module.css'
import { ProofExport } from './ProofExport.tsx'
import { words } from './words.ts'

/** What two machines did not say alike, never hidden; and the signed log that lets anyone check. */
export function IncidentsSide() {
  const read = useRead('sync.incidents', {})
  return (
    <div className={style.stack}>
      <Reading read={read}>
        {(incidents) =>
          incidents.length === 0 ? (
            <EmptyPlace title={words.emptyTitle}>{words.empty}</EmptyPlace>
          ) : (
            <section className={style.section}>
              <p className={style.hint}>{words.lead}</p>
              <ul>
                {incidents.map((incident) => (
                  <Incident key={incident.id} incident={incident} />
                ))}
              </ul>
            </section>
          )
        }
      </Reading>
      <ProofExport />
    </div>
  )
}

function Incident({ incident }: { incident: SyncIncident }) {
  const { id, at, sentence, seen } = incident
  const { act, isActing, refusal } = useAct('sync.incident-seen')
  return (
    <li className={incidentStyle.incident}>
      <Tag tone={seen ? 'neutral' : 'unfavourable'}>{seen ? words.seen : words.unseen}</Tag>
      <div className={incidentStyle.words}>
        <p>{sentence}</p>
        <p className={style.hint}>
          <DateText iso={at} />
        </p>
        <RefusalNotice refusal={refusal} />
      </div>
      {seen ? null : (
        <Button label={words.markSeenLabel(sentence)} isDisabled={isActing} onPress={() => void act({ id })}>
          {words.markSeen}
        </Button>
      )}
    </li>
  )
}
