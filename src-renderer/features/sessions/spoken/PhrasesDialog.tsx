import { useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { movedPhrase } from './movedPhrase.ts'
import style from './PhrasesDialog.module.css'
import { phraseWords as words } from './words.ts'

/** The phrases of the committee: change, order, add, remove. Each gesture is recorded at once. */
export function PhrasesDialog({ phrases, onClose }: { phrases: readonly string[]; onClose: () => void }) {
  const { act, refusal } = useAct('committee.change')
  const [added, setAdded] = useState('')
  const write = (next: readonly string[]) =>
    act({ set: { phrases: next.map((phrase) => phrase.trim()).filter((phrase) => phrase !== '') } })
  const add = async () => {
    if (added.trim() === '') return
    const written = await write([...phrases, added])
    if (written.ok) setAdded('')
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      width="wide"
      footer={<Button onPress={onClose}>{words.close}</Button>}
    >
      <RefusalNotice refusal={refusal} />
      <p className={style.hint}>{words.hint}</p>
      {phrases.length === 0 ? <p className={style.hint}>{words.empty}</p> : null}
      <ol className={style.phrases}>
        {phrases.map((phrase, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phrase is its place in the list.
          <li key={index} className={style.phrase}>
            <TextField
              label={words.phrase(index + 1)}
              isLabelHidden
              value={phrase}
              multiline
              rows={1}
              maxLength={2_000}
              onCommit={(text) => void write(phrases.with(index, text))}
            />
            <Button
              variant="quiet"
              label={words.moveUp(index + 1)}
              isDisabled={index === 0}
              onPress={() => void write(movedPhrase(phrases, index, -1))}
            >
              {words.up}
            </Button>
            <Button
              variant="quiet"
              label={words.moveDown(index + 1)}
              isDisabled={index === phrases.length - 1}
              onPress={() => void write(movedPhrase(phrases, index, 1))}
            >
              {words.down}
            </Button>
            <Button
              variant="quiet"
              label={words.removeOf(index + 1)}
              onPress={() => void write(phrases.toSpliced(index, 1))}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ol>
      <form
        className={style.phrase}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField
          label={words.added}
          value={added}
          maxLength={2_000}
          onType={setAdded}
          onCommit={setAdded}
          autoFocus
        />
        <Button type="submit" variant="primary" isDisabled={added.trim() === ''}>
          {words.add}
        </Button>
      </form>
    </Dialog>
  )
}
