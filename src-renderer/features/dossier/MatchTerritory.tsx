import { MapPin } from 'lucide-react'
import { useState } from 'react'
import type { Applicant } from '#shared/domain/dossier/dossier.ts'
import { Button } from '../../ui/Button.tsx'
import { TerritoryDialog } from './TerritoryDialog.tsx'
import type { DossierChanges } from './useDossierChanges.ts'
import { words } from './words.ts'

export interface MatchTerritoryProps {
  readonly applicant: Applicant
  readonly changes: DossierChanges
}

/** Links the applicant to the national list, and settles the questions that the link answers. */
export function MatchTerritory({ applicant, changes }: MatchTerritoryProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <MapPin aria-hidden="true" />
        {words.match}
      </Button>
      {isOpen ? (
        <TerritoryDialog
          applicantName={applicant.name}
          onClose={() => setOpen(false)}
          onChoose={(territory) => {
            changes.changeApplicant(territory)
            changes.settle(['territory', 'applicant', 'department'])
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}
