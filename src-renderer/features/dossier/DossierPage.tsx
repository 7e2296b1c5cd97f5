import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useTitle } from '../../frame/useTitle.ts'
import { StandingMarks } from '../../sharing/StandingMarks.tsx'
import { useHolder } from '../../sharing/useHolder.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useHotkeys } from '../../ui/useHotkeys.ts'
import { ApplicantFields } from './ApplicantFields.tsx'
import style from './Dossier.module.css'
import { DossierToRead } from './DossierToRead.tsx'
import { DuplicateComparison } from './DuplicateComparison.tsx'
import { FundingFields } from './FundingFields.tsx'
import { History } from './History.tsx'
import { InstructionSide } from './instruction/InstructionSide.tsx'
import { ProjectFields } from './ProjectFields.tsx'
import { Recusals } from './Recusals.tsx'
import { ToCheck } from './ToCheck.tsx'
import { type DossierView, useDossierChanges } from './useDossierChanges.ts'
import { useNeighbours } from './useNeighbours.ts'
import { words } from './words.ts'

export function DossierPage({ view }: { view: DossierView }) {
  const { candidature, dossier, callName, recusals, duplicates } = view
  const title = words.title(candidature.number, dossier.applicant.name)
  useTitle(title)
  const navigate = useNavigate()
  const router = useRouter()
  const search = useSearch({ strict: false }) as { side?: string }
  const { side = 'dossier' } = search
  const { goToPrevious, goToNext } = useNeighbours(candidature.id)
  useHotkeys({ 'Alt+ArrowLeft': () => goToPrevious?.(), 'Alt+ArrowRight': () => goToNext?.() })
  const changes = useDossierChanges(view)
  const holder = useHolder()
  const { mergedInto } = candidature
  const goBack = () => {
    if (router.history.canGoBack()) router.history.back()
    else void navigate({ to: '/candidatures' })
  }
  return (
    <Page
      title={title}
      summary={
        <>
          {callName} <StandingMarks entities={[`candidature/${candidature.id}`, `dossier/${dossier.id}`]} />
        </>
      }
      actions={
        <>
          {goToPrevious === null && goToNext === null ? null : (
            <>
              <Button
                isDisabled={goToPrevious === null}
                onPress={() => goToPrevious?.()}
                shortcut="Alt+ArrowLeft"
              >
                {words.previous}
              </Button>
              <Button isDisabled={goToNext === null} onPress={() => goToNext?.()} shortcut="Alt+ArrowRight">
                {words.next}
              </Button>
            </>
          )}
          <Button variant="quiet" onPress={goBack} shortcut="Escape">
            <ArrowLeft aria-hidden="true" />
            {words.backToList}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={changes.refusal} />
      {mergedInto === null ? null : (
        <Notice tone="info">
          <p>{words.merged}</p>
          <Button onPress={() => void navigate({ to: `/candidatures/${mergedInto}` })}>
            {words.goToKept}
          </Button>
        </Notice>
      )}
      <Tabs
        label={words.sides}
        selected={side}
        onChange={(id) => void navigate({ to: '.', search: { ...search, side: id }, replace: true })}
        tabs={[
          {
            id: 'dossier',
            label: words.dossier,
            content: !holder.writesDossiers ? (
              <DossierToRead view={view} holder={holder} />
            ) : (
              <div className={style.columns}>
                <div className={style.column}>
                  <ProjectFields dossier={dossier} onChange={changes.changeDossier} />
                </div>
                <div className={style.column}>
                  <ToCheck view={view} changes={changes} />
                  {duplicates.map((pair) => (
                    <DuplicateComparison
                      key={`${pair.first.candidatureId}/${pair.second.candidatureId}`}
                      pair={pair}
                      candidatureId={candidature.id}
                    />
                  ))}
                  <FundingFields candidature={candidature} changes={changes} />
                  <ApplicantFields applicant={dossier.applicant} changes={changes} />
                  <Recusals candidatureId={candidature.id} recusals={recusals} />
                </div>
              </div>
            ),
          },
          ...(holder.role === 'member'
            ? []
            : [
                {
                  id: 'instruction',
                  label: words.instruction,
                  content: <InstructionSide candidatureId={candidature.id} />,
                },
              ]),
          {
            id: 'historique',
            label: words.history,
            content: <History candidatureId={candidature.id} dossierId={dossier.id} />,
          },
        ]}
      />
    </Page>
  )
}
