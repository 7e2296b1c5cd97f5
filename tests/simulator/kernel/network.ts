import { type Chance, chance } from './chance.ts'
import { fairWeather, type Weather } from './injection.ts'

/**
 * When a message arrives, if it does. Each directed link draws from its own stream, so that what happens on one never moves
 * what happens on another. A link that is cut swallows what is sent on it and says nothing (half-open).
 */
export interface Network {
  /** Delays in milliseconds of each copy that arrives; empty: lost. */
  delaysOf(from: string, to: string, nowMs: number): readonly number[]
  cut(from: string, to: string, untilMs: number): void
  weather(weather: Weather, untilMs: number): void
  heal(): void
}

export function network(seed: string): Network {
  const streams = new Map<string, Chance>()
  const cutUntil = new Map<string, number>()
  let weather: Weather = fairWeather
  let weatherUntil = 0
  const streamOf = (link: string): Chance => {
    const stream = streams.get(link) ?? chance(`${seed}/link/${link}`)
    streams.set(link, stream)
    return stream
  }
  return {
    delaysOf(from, to, nowMs) {
      const link = `${from}>${to}`
      if ((cutUntil.get(link) ?? 0) > nowMs) return []
      const { drop, duplicate, tail } = nowMs < weatherUntil ? weather : fairWeather
      const stream = streamOf(link)
      if (stream.happens(drop)) return []
      const delay = () => 1 + stream.below(40) + (stream.happens(tail) ? stream.below(20_000) : 0)
      const first = delay()
      return stream.happens(duplicate) ? [first, delay()] : [first]
    },
    cut(from, to, untilMs) {
      cutUntil.set(`${from}>${to}`, Math.max(untilMs, cutUntil.get(`${from}>${to}`) ?? 0))
    },
    weather(next, untilMs) {
      weather = next
      weatherUntil = untilMs
    },
    heal() {
      cutUntil.clear()
      weatherUntil = 0
    },
  }
}
