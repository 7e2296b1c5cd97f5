import { FileInput } from 'lucide-react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import style from './Import.module.css'
import { words } from './words.ts'

export interface ChooseSourceProps {
  readonly path: string | null
  readonly onChoose: (path: string) => void
}

export function ChooseSource({ path, onChoose }: ChooseSourceProps) {
  const { act, isActing, refusal } = useAct('file.choose')
  const choose = async () => {
    const chosen = await act({ purpose: 'import-source', suggestedName: '' })
    if (chosen.ok && chosen.value.path !== null) onChoose(chosen.value.path)
  }
  return (
    <>
      <div className={style.source}>
        <Button
          variant={path === null ? 'primary' : 'plain'}
          isDisabled={isActing}
          onPress={() => void choose()}
        >
          <FileInput aria-hidden="true" />
          {path === null ? words.choose : words.chooseAnother}
        </Button>
        <span className={style.hint}>{path === null ? words.chooseWords : fileName(path)}</span>
      </div>
      <RefusalNotice refusal={refusal} />
    </>
  )
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
