import { useParams } from '@tanstack/react-router'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { GridEditor } from './GridEditor.tsx'
import { GridList } from './GridList.tsx'
import { words } from './words.ts'

/** `/grilles` lists the grids, `/grilles/$gridId` opens one. */
export function Screen() {
  const { gridId } = useParams({ strict: false }) as { gridId?: string }
  const grids = useRead('grid.list', {})
  return (
    <Reading read={grids}>
      {(list) => {
        if (gridId === undefined) return <GridList grids={list} />
        const grid = list.find(({ id }) => id === gridId)
        return grid === undefined ? (
          <Page title={words.title}>
            <Notice tone="info">{words.missing}</Notice>
          </Page>
        ) : (
          <GridEditor key={grid.id} grid={grid} />
        )
      }}
    </Reading>
  )
}
