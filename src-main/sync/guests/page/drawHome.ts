import type { GuestHome } from '../guestAnswers.ts'
import { element, show } from './element.ts'

/** Where the personal code is typed. */
export function drawEntry(message: string, onCode: (code: string) => void): void {
  const field = element('input', { id: 'code', className: 'code', autocomplete: 'off', required: true })
  field.setAttribute('autocapitalize', 'characters')
  field.setAttribute('aria-describedby', 'hint')
  const form = element(
    'form',
    {},
    element('label', { htmlFor: 'code' }, 'Votre code personnel'),
    field,
    element(
      'p',
      { id: 'hint', className: 'soft' },
      'Huit signes, donnés par le secrétariat. Il sert une fois.',
    ),
    element(
      'div',
      { className: 'actions' },
      element('button', { className: 'main', type: 'submit' }, 'Entrer'),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onCode(field.value)
  })
  const alert = element('p', { className: 'alert' }, message)
  alert.setAttribute('role', 'alert')
  show(element('h1', {}, 'Vos fiches d’évaluation'), ...(message === '' ? [] : [alert]), form)
}

/** The pile of one person. */
export function drawHome(
  home: GuestHome,
  { onOpen, onLeave }: { onOpen(candidatureId: string): void; onLeave(): void },
): void {
  const lines = home.candidatures.map(({ candidatureId, number, applicant, title, state }) => {
    const button = element(
      'button',
      { type: 'button' },
      element('strong', {}, `N° ${number}, ${applicant}`),
      element('br'),
      title,
      element('br'),
      element('span', { className: 'soft' }, states[state]),
    )
    button.addEventListener('click', () => onOpen(candidatureId))
    return element('li', {}, button)
  })
  const leave = element('button', { type: 'button' }, 'Terminer sur cet appareil')
  leave.addEventListener('click', onLeave)
  show(
    element('h1', {}, `${home.name}, vos fiches`),
    element('p', { className: 'soft' }, home.committee),
    lines.length === 0
      ? element('p', {}, 'Aucune fiche ne vous attend pour cette séance.')
      : element('ul', { className: 'pile' }, ...lines),
    element('div', { className: 'actions' }, leave),
  )
}

const states = { 'to-mark': 'à noter', draft: 'commencée', filed: 'déposée' } as const
