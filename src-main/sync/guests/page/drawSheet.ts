import type { Mark } from '#shared/domain/grid/grid.ts'
import type { GuestCriterion, GuestSheet } from '../guestAnswers.ts'
import { element, show } from './element.ts'
import type { Typed } from './pendingWrites.ts'

export interface SheetActs {
  onMark(criterionCode: string, mark: Mark | null): void
  /** Its mark is not chosen yet, or not any more. */
  onComment(criterionCode: string, comment: string): void
  onFile(): void
  onReopen(): void
  onBack(): void
}

/** One sheet to fill; `pending` is what was typed here and not confirmed yet. */
export function drawSheet(sheet: GuestSheet, pending: Typed, acts: SheetActs): void {
  const isFiled = sheet.state === 'filed'
  const back = button('Revenir à la liste', acts.onBack)
  const sections = sheet.sections.map(({ label, criteria }) =>
    element(
      'section',
      {},
      element('h2', {}, label),
      ...criteria.map((criterion) =>
        drawCriterion(
          criterion,
          { mark: pending.marks.get(criterion.code), comment: pending.comments.get(criterion.code) },
          isFiled,
          acts,
        ),
      ),
    ),
  )
  const end = isFiled
    ? button('Reprendre la fiche', acts.onReopen)
    : button('Déposer la fiche', acts.onFile, 'main')
  show(
    back,
    element('h1', {}, `N° ${sheet.number}, ${sheet.applicant}`),
    element('p', {}, element('strong', {}, sheet.title)),
    ...words('Description', sheet.description),
    ...words('Objectifs', sheet.objectives),
    ...sections,
    element('div', { className: 'actions' }, end, button('Revenir à la liste', acts.onBack)),
    // Below the buttons: it changes as what was typed arrives, and nothing moves under the finger.
    element('p', { id: 'standing' }),
  )
  drawStanding(sheet)
}

/** The line below the sheet, alone: what is typed elsewhere on it stays under the fingers. */
export function drawStanding({ state, total, missing, missingComments }: GuestSheet): void {
  const standing = document.getElementById('standing')
  if (standing === null) return
  standing.setAttribute('role', 'status')
  const lines = [
    ...(state === 'filed' ? ['Fiche déposée.'] : []),
    ...(total === null ? [] : [`Total : ${total.replace('.', ',')} sur 100.`]),
    ...(missing.length === 0 ? [] : [`Sans note : ${missing.join(', ')}.`]),
    ...(missingComments.length === 0 ? [] : [`Commentaire attendu : ${missingComments.join(', ')}.`]),
  ]
  standing.textContent = lines.join(' ')
}

function drawCriterion(
  { code, label, guidance, choices, notApplicableAllowed, mark }: GuestCriterion,
  typed: { readonly mark: Mark | null | undefined; readonly comment: string | undefined },
  isFiled: boolean,
  { onMark, onComment }: Pick<SheetActs, 'onMark' | 'onComment'>,
): HTMLElement {
  const shown = typed.mark === undefined ? mark : typed.mark
  const select = element('select', { id: `mark-${code}`, disabled: isFiled })
  const add = (value: string, text: string) => select.append(element('option', { value }, text))
  add('', 'Pas encore de note')
  for (const { hundredths, label: words } of choices) add(String(hundredths), words)
  if (notApplicableAllowed) add('none', 'Sans objet')
  select.value = shown === null ? '' : shown.kind === 'value' ? String(shown.hundredths) : 'none'
  const comment = element('textarea', {
    id: `comment-${code}`,
    rows: 2,
    maxLength: 5_000,
    disabled: isFiled,
    value: shown?.comment ?? typed.comment ?? '',
  })
  const say = () => onMark(code, markOf(select.value, comment.value))
  const keep = () => {
    if (select.value === '') onComment(code, comment.value)
  }
  select.addEventListener('change', () => {
    say()
    keep()
  })
  // Each keystroke counts: a phone goes to sleep without a word.
  comment.addEventListener('input', () => {
    if (select.value !== '') say()
    keep()
  })
  return element(
    'fieldset',
    {},
    element('legend', {}, label),
    ...(guidance === '' ? [] : [element('p', { className: 'soft words' }, guidance)]),
    element('label', { htmlFor: select.id }, 'Note'),
    select,
    element('label', { htmlFor: comment.id }, 'Commentaire'),
    comment,
  )
}

function markOf(chosen: string, comment: string): Mark | null {
  if (chosen === '') return null
  return chosen === 'none'
    ? { kind: 'not-applicable', comment }
    : { kind: 'value', hundredths: Number(chosen), comment }
}

function button(text: string, act: () => void, className = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', className }, text)
  made.addEventListener('click', act)
  return made
}

const words = (title: string, text: string): readonly Node[] =>
  text === '' ? [] : [element('h2', {}, title), element('p', { className: 'words' }, text)]
