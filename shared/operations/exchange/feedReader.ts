import type { CommitDigest } from '../commitPorts.ts'
import type { FrameOf } from '../wire/wireFrame.ts'
import { maxFeedBytes } from './exchangeLimits.ts'
import { readFeed, type ToldFeed } from './feedParcel.ts'
import { gatherParts } from './parts.ts'

/** Puts the parts of feeds together, as they come on one channel [EX1, EX3]. */
export interface FeedReader {
  /** `more`: others follow. A text: why it is no feed of this log, or none that this program may take [EX4]. */
  add(frame: FrameOf<'feed'>): ToldFeed | 'more' | { readonly broken: string }
}

export function feedReader(log: string, ports: CommitDigest): FeedReader {
  const gathering = gatherParts(maxFeedBytes)
  let begun: FrameOf<'feed'> | null = null
  return {
    add(frame) {
      if (frame.log !== log || (frame.part > 0 && !isSameFeed(begun, frame)))
        return { broken: 'a feed of another log' }
      begun = frame
      const parcel = gathering.add(frame)
      if (parcel === 'more') return 'more'
      begun = null
      const read = parcel === 'wrong' ? undefined : readFeed(frame, parcel, ports)
      if (read === undefined) return { broken: 'a feed that is none' }
      return read === 'unknown-verdict' ? { broken: read } : read
    },
  }
}

const isSameFeed = (one: FrameOf<'feed'> | null, other: FrameOf<'feed'>): boolean =>
  one !== null &&
  one.after === other.after &&
  one.upTo === other.upTo &&
  one.head === other.head &&
  one.epoch === other.epoch &&
  one.pulled === other.pulled
