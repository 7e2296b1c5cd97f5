import type { GuestSheet } from '../guestAnswers.ts'
import { drawEntry, drawHome } from './drawHome.ts'
import { drawSheet, drawStanding } from './drawSheet.ts'
import { type Called, enter, leave, readHome, readSheet, writeSheet } from './guestCalls.ts'
import { pendingWrites } from './pendingWrites.ts'

/** The page of a guest: his code, his pile, his sheets. Everything typed is kept here until the room has it. */
function startPage(link: HTMLElement): void {
  let open: string | null = null
  const pending = pendingWrites((candidatureId, answer) => {
    if (answer.kind === 'refused') tell(answer.refusal.sentence)
    if (answer.kind === 'done' && candidatureId === open) drawStanding(answer.value)
  })

  function tell(sentence: string): void {
    link.textContent = sentence
  }

  function tellAway(): void {
    const count = pending.count()
    const kept =
      count === 0
        ? 'Rien ne manque.'
        : `Ce que vous avez saisi (${count}) est gardé dans ce navigateur et partira tout seul.`
    tell(`${away} ${kept} Restez près de son réseau, sans fermer cette page.`)
  }

  /** False when there is nothing to show: the message is on the screen. */
  function isDone<T>(answer: Called<T>): answer is { readonly kind: 'done'; readonly value: T } {
    if (answer.kind === 'away') tellAway()
    else if (answer.kind === 'out') askCode('')
    else tell(answer.kind === 'refused' ? answer.refusal.sentence : '')
    return answer.kind === 'done'
  }

  function askCode(message: string): void {
    open = null
    tell('')
    drawEntry(message, async (code) => {
      const entered = await enter(code)
      if (entered.kind === 'away') tellAway()
      else if (entered.kind === 'done') await goHome()
      else askCode(entered.kind === 'refused' ? entered.refusal.sentence : '')
    })
  }

  async function goHome(): Promise<void> {
    open = null
    const home = await readHome()
    if (!isDone(home)) return
    pending.of(home.value.memberId)
    drawHome(home.value, { onOpen: (candidatureId) => void goTo(candidatureId), onLeave: () => void goOut() })
    await send()
  }

  async function goOut(): Promise<void> {
    if (!(await send())) return
    // Nothing of the committee stays in a browser that may be lent.
    if (pending.commentCount() > 0 && !window.confirm(unmarked)) return
    if (!isDone(await leave())) return
    pending.forget()
    askCode('')
  }

  async function goTo(candidatureId: string): Promise<void> {
    const sheet = await readSheet(candidatureId)
    if (isDone(sheet)) draw(sheet.value)
  }

  function draw(sheet: GuestSheet): void {
    const { candidatureId } = sheet
    open = candidatureId
    const act = async (what: 'file' | 'reopen') => {
      if (!(await send())) return
      const written = await writeSheet(candidatureId, what, {})
      if (isDone(written)) draw(written.value)
    }
    drawSheet(sheet, pending.on(candidatureId), {
      onComment: (criterionCode, comment) => pending.keepComment(candidatureId, criterionCode, comment),
      onMark: (criterionCode, mark) => {
        pending.put(candidatureId, criterionCode, mark)
        void send()
      },
      onFile: () => void act('file'),
      onReopen: () => void act('reopen'),
      onBack: () => void goHome(),
    })
  }

  /** What waits leaves; what cannot leave is said, and the word goes away with its cause. */
  async function send(): Promise<boolean> {
    const isSent = await pending.flush()
    if (!isSent) tellAway()
    else if (link.textContent?.startsWith(away)) tell('')
    return isSent
  }

  setInterval(() => {
    if (pending.count() > 0) void send()
  }, 3_000)
  window.addEventListener('online', () => void send())
  // A page that goes away while something waits may never come back.
  window.addEventListener('beforeunload', (event) => {
    if (pending.count() > 0) event.preventDefault()
  })
  void goHome()
}

const away = 'La salle ne répond pas.'
const unmarked =
  'Un commentaire n’a pas de note : il n’est pas parti, et terminer ici l’efface. Terminer quand même ?'

startPage(document.getElementById('link') as HTMLElement)
