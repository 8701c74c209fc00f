import { noSuch } from '../errors';

/** What most calls answer where there is no such booking. The words are those that were seen for an offer. */
export const noSuchBooking = { status: 404 as const, body: noSuch('Quote package') };
