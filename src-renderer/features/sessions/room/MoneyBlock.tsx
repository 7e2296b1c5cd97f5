import { memo } from 'react'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { words } from '../words.ts'
import style from './RoomPanel.module.css'
import { roomWords } from './words.ts'

/** What is left of the money, of each part of it when it is divided, and who on the waiting list could have it. */
export const MoneyBlock = memo(function MoneyBlock({
  envelope,
  balances,
  waiting,
  onGo,
}: {
  envelope: SessionView['envelope']
  balances: SessionView['balances']
  waiting: SessionView['waitingProposals']
  onGo: (candidatureId: string) => void
}) {
  const { totalCents, remainingCents, awardedCents } = envelope
  return (
    <section className={style.block}>
      <h2 className={style.title}>{words.envelope}</h2>
      {totalCents === null || remainingCents === null ? (
        <p className={style.hint}>{words.noEnvelope}</p>
      ) : (
        <>
          <p key={remainingCents} className={style.money}>
            {formatAmount(remainingCents)}{' '}
            <span className={style.hint}>{words.ofEnvelope(formatAmount(totalCents))}</span>
          </p>
          <Bar share={totalCents === 0 ? 0 : awardedCents / totalCents} />
        </>
      )}
      {balances.length === 0 ? null : (
        <ul className={style.balances}>
          {balances.map((balance) => (
            <li key={balance.id} className={style.balance}>
              <span className={style.balanceName}>{balance.label}</span>
              <span>{formatAmount(balance.remainingCents)}</span>
              <Bar share={balance.totalCents === 0 ? 0 : balance.givenCents / balance.totalCents} />
            </li>
          ))}
        </ul>
      )}
      {waiting.length === 0 ? null : (
        <div className={style.waiting}>
          <p className={style.waitingTitle}>
            {remainingCents === null ? roomWords.waitingTitle : roomWords.freed(formatAmount(remainingCents))}
          </p>
          <ul>
            {waiting.map(({ candidatureId, number, applicant, rank, amountCents, isPartial }) => (
              <li key={candidatureId}>
                <button type="button" className={style.waitingLine} onClick={() => onGo(candidatureId)}>
                  {roomWords.waitingLine(number, applicant, rank)}{' '}
                  {roomWords.couldReceive(formatAmount(amountCents))}
                  {isPartial ? ` (${roomWords.inPart})` : ''}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
})

const Bar = ({ share }: { share: number }) => (
  <div className={style.bar} aria-hidden="true">
    <span style={{ width: `${Math.min(100, share * 100)}%` }} />
  </div>
)
