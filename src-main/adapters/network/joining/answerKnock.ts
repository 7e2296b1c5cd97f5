import type { WebSocket } from 'ws'
import type { Timers } from '../networkPorts.ts'
import type { Door, Knock } from './door.ts'
import type { JoinChannel } from './joinExchange.ts'
import { readJoinMessage, writeJoinMessage } from './joinMessages.ts'

/** Lets one visitor speak at the door, for ten seconds at most; then the socket is shut, whatever came of it. */
export function answerKnock(socket: WebSocket, door: Door, channel: JoinChannel, timers: Timers): void {
  const hangUp = timers.after(patienceMs, () => socket.terminate())
  let knock: Knock | null = null
  socket.on('error', () => {})
  socket.on('close', hangUp)
  socket.on('message', (data, isBinary) => {
    const text = isBinary ? '' : data.toString()
    if (knock === null) {
      const message = readJoinMessage('knock', text)
      if (message === undefined) return socket.close(1008)
      const answer = door.knock(message, channel)
      if ('refused' in answer) return last(writeJoinMessage('refused', answer))
      knock = answer
      return socket.send(writeJoinMessage('answer', answer.answer))
    }
    const proof = readJoinMessage('proof', text)
    if (proof === undefined) return socket.close(1008)
    const verdict = knock.judge(proof)
    return last(
      'refused' in verdict ? writeJoinMessage('refused', verdict) : writeJoinMessage('admitted', verdict),
    )
  })

  function last(text: string): void {
    socket.send(text, () => socket.close(1000))
  }
}

const patienceMs = 10_000
