import { useNavigate, useSearch } from '@tanstack/react-router'
import { checkGrid } from '#shared/domain/grid/checkGrid.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useTitle } from '../../frame/useTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { CriterionForm } from './CriterionForm.tsx'
import style from './GridEditor.module.css'
import { GridStatus } from './GridList.tsx'
import { GridPlan } from './GridPlan.tsx'
import { useDraftGrid } from './useDraftGrid.ts'
import { useGridContent } from './useGridContent.ts'
import { problemWords, words } from './words.ts'

/** The plan at the left, the criterion one reads or edits at the right. A locked grid is only read. */
export function GridEditor({ grid }: { grid: Grid }) {
  useTitle(grid.label)
  const { content, change, refusal } = useGridContent(grid)
  const { draft, refusal: draftRefusal } = useDraftGrid()
  const navigate = useNavigate()
  const { critere } = useSearch({ strict: false }) as { critere?: string }
  const criteria = criteriaOf(content)
  const chosen = criteria.find(({ code }) => code === critere) ?? criteria[0]
  const isLocked = grid.status === 'locked'
  const choose = (code: string) =>
    void navigate({
      to: '/grilles/$gridId',
      params: { gridId: grid.id },
      search: { critere: code },
      replace: true,
    })
  return (
    <Page
      title={content.label}
      summary={
        <span className={style.summary}>
          {words.version} {grid.version} <GridStatus grid={grid} />
        </span>
      }
      actions={
        <>
          <Button
            variant="quiet"
            onPress={() => draft({ from: 'grid', gridId: grid.id, label: words.copyLabel(content.label) })}
          >
            {words.duplicate}
          </Button>
          {isLocked ? (
            <Button variant="primary" onPress={() => draft({ from: 'new-version', gridId: grid.id })}>
              {words.newVersion}
            </Button>
          ) : null}
        </>
      }
      isFilled
    >
      <div className={style.columns}>
        <div className={style.plan}>
          <RefusalNotice refusal={refusal ?? draftRefusal} />
          {isLocked ? <Notice tone="info">{words.lockedNotice}</Notice> : <Readiness content={content} />}
          {isLocked ? null : (
            <TextField
              label={words.label}
              value={content.label}
              onCommit={(label) => label.trim() !== '' && change((before) => ({ ...before, label }))}
            />
          )}
          <GridPlan
            content={content}
            chosen={chosen?.code ?? null}
            isLocked={isLocked}
            onChoose={choose}
            onChange={change}
          />
        </div>
        <div className={style.criterion}>
          {chosen === undefined ? (
            <p className={style.hint}>{words.chooseCriterion}</p>
          ) : (
            <CriterionForm
              key={chosen.code}
              criterion={chosen}
              takenCodes={criteria.filter((each) => each !== chosen).map(({ code }) => code)}
              isReadOnly={isLocked}
              onChange={change}
              onChoose={choose}
            />
          )}
        </div>
      </div>
    </Page>
  )
}

/** What must still be done before anybody marks with this grid. */
function Readiness({ content }: { content: Pick<Grid, 'label' | 'sections'> }) {
  const checked = checkGrid(content)
  if (checked.ok) return null
  const problems = checked.refusal.details.problems
  return (
    <Notice tone="check">
      {words.notReady}
      <ul className={style.problems}>
        {(Array.isArray(problems) ? problems : []).map((problem: string) => (
          <li key={problem}>{problemWords(problem)}</li>
        ))}
      </ul>
    </Notice>
  )
}
