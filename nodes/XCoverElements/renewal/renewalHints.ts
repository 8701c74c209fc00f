import type { RunHint } from '../../../engine/operation/runHint';

/** What a person should know of every call about a renewal. */
export const neverSeen: RunHint = { message: 'No answer to this call was ever seen: it comes from a public client of XCover. Check with Booking: Get what became of it.' };
