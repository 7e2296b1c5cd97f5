import type { OutputOf } from '#shared/contract/contract.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Amount } from '../../ui/Amount.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { CallAwardTerms } from './CallAwardTerms.tsx'
import style from './CallDetail.module.css'
import { CallIdentity } from './CallIdentity.tsx'
import { Envelopes } from './Envelopes.tsx'
import { EvaluationRules } from './EvaluationRules.tsx'
import { MoneyRules } from './MoneyRules.tsx'
import { TieBreakers } from './TieBreakers.tsx'
import { useCallChanges } from './useCallChanges.ts'
import { words } from './words.ts'

export function CallDetail({ callId }: { callId: string }) {
  const calls = useRead('call.list', {})
  return (
    <Reading read={calls}>
      {(lines) => {
        const line = lines.find(({ call }) => call.id === callId)
        return line === undefined ? <Notice tone="reserved">{words.notFound}</Notice> : <Loaded line={line} />
      }}
    </Reading>
  )
}

function Loaded({ line }: { line: OutputOf<'call.list'>[number] }) {
  const { call, candidatures, requestedCents } = line
  useTitle(call.name)
  const changes = useCallChanges(call)
  return (
    <Page
      title={call.name}
      summary={
        <>
          {words.requested} <Amount cents={requestedCents} />
        </>
      }
      actions={
        <>
          <LinkButton to="/classement" search={{ call: call.id }}>
            {words.ranking}
          </LinkButton>
          <LinkButton
            variant="primary"
            to={candidatures === 0 ? '/importer' : '/candidatures'}
            search={{ call: call.id }}
          >
            {candidatures === 1 ? words.seeOne : words.see(candidatures)}
          </LinkButton>
        </>
      }
    >
      <RefusalNotice refusal={changes.refusal} />
      <div className={style.sections}>
        <CallIdentity call={call} onChange={changes.change} />
        <MoneyRules rules={changes.rules} onChange={changes.changeRules} />
        <Envelopes rules={changes.rules} onChange={changes.changeRules} fiscalYear={call.fiscalYear} />
        <EvaluationRules
          call={call}
          rules={changes.rules}
          onChange={changes.change}
          onRules={changes.changeRules}
        />
        <CallAwardTerms call={call} onChange={changes.change} />
        <TieBreakers gridId={call.gridId} chosen={changes.rules.tieBreakers} onRules={changes.changeRules} />
      </div>
    </Page>
  )
}
