const placeId = 'announcements'

/** Says a sentence to a screen reader without moving focus: « Note 3 enregistrée », « Annulé : montant demandé ». */
export function announce(text: string): void {
  const place = document.getElementById(placeId) ?? createPlace()
  // The same sentence twice must be heard twice: a reader only speaks what changes.
  place.textContent = place.textContent === text ? `${text}\u00a0` : text
}

function createPlace(): HTMLElement {
  const place = document.createElement('div')
  place.id = placeId
  place.className = 'visually-hidden'
  place.setAttribute('role', 'status')
  place.setAttribute('aria-live', 'polite')
  document.body.append(place)
  return place
}
