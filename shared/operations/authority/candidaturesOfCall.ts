/** A call of a hundred thousand candidatures keeps some hundreds in each: a submission writes one short row. */
const buckets = 256

/** Where a candidature is listed among those of its call. */
export function callBucket(callId: string, candidatureId: string): string {
  let sum = 0
  for (let at = 0; at < candidatureId.length; at++) sum = (sum * 31 + candidatureId.charCodeAt(at)) % 65_521
  return `call/${callId}/${sum % buckets}`
}

/** Every place where candidatures of a call are listed. */
export const callBuckets = (callId: string): readonly string[] =>
  Array.from({ length: buckets }, (_, bucket) => `call/${callId}/${bucket}`)
