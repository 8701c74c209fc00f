import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure } from '../../../engine/failure';
import { isObject, numberOf, textOf } from '../../../engine/values';
import type { XCoverEvent } from './events';
import type { FoundBooking } from './readBooking';

/** What XCover says when it is asked for what an event names. A type alias, so that it fits n8n's index signature. */
export type Confirmation = {
	/**
	 * True: XCover has the booking, and says nothing else than the event. False: XCover says otherwise, be it that there is no such booking. Null: not
	 * known, since XCover could not be asked, or its answer says nothing.
	 */
	confirmed: boolean | null;
	/** Why it is not confirmed; null where it is. */
	reason: string | null;
	/** Members in which XCover now says otherwise than the event: `status`, `currency`, `total_price`. */
	differences: string[];
	/** The booking as XCover wrote it. */
	booking: IDataObject | null;
};

const NOTHING = { confirmed: null, reason: null, differences: [], booking: null } satisfies Confirmation;

/** Where XCover took longer than there is time for. */
export const TOO_LATE: Confirmation = { ...NOTHING, reason: 'XCover did not answer in time.' };

/** What can be asked for: it goes into a path, and whoever sends events chose it. */
const ID = /^[\w-]{1,64}$/;

/**
 * Reads the booking that an event names, and compares what both say. An event that somebody made up about a booking may be right by chance: what
 * counts is what XCover says, and that stands in `booking`.
 *
 * @throws what is no Failure
 */
export async function confirmEvent(event: XCoverEvent, find: (id: string) => Promise<FoundBooking>): Promise<Confirmation> {
	const { id } = event;
	if (id === null) return { ...NOTHING, reason: 'The event names no booking.' };
	if (!ID.test(id)) return { ...NOTHING, reason: 'What the event gives as ID is none that XCover could be asked for.' };
	const found = await orFailure(find(id));
	// Nobody can cancel a call that has not started its workflow: what ends a read is the limit of time.
	if (isFailure(found)) return found.kind === 'cancelled' ? TOO_LATE : { ...NOTHING, reason: found.message };
	if (!('booking' in found)) return { ...NOTHING, ...absent(event, found.isCertain) };
	const { booking } = found;
	if (stateIn(booking.status) === undefined && (stateIn(event.payload.status) !== undefined || IS_CANCELLED.test(event.event))) return { ...NOTHING, reason: 'XCover has the booking, and does not say in what state it is.', booking };
	const differences = differencesOf(event, booking);
	if (differences.length === 0) return { ...NOTHING, confirmed: true, booking };
	return { confirmed: false, reason: `XCover has another ${differences.join(', ')} for this booking than the event says.`, differences, booking };
}

/** Only of an event about a booking it is documented that its id is that of the booking. */
function absent({ event }: XCoverEvent, isCertain: boolean): Pick<Confirmation, 'confirmed' | 'reason'> {
	if (!isCertain) return { confirmed: null, reason: 'XCover lists no booking with this ID. Whether its list holds all bookings is not documented.' };
	if (/^BOOKING_/i.test(event)) return { confirmed: false, reason: 'XCover knows no booking with this ID.' };
	return { confirmed: null, reason: 'XCover knows no booking with this ID. What the ID of such an event names is not documented.' };
}

function differencesOf({ event, payload }: XCoverEvent, booking: IDataObject): string[] {
	const price = booking.total_price ?? booking.price;
	return [
		...(isOtherStatus(event, payload, booking) ? ['status'] : []),
		...(isOther(textOf(payload.currency)?.toUpperCase(), textOf(booking.currency)?.toUpperCase()) ? ['currency'] : []),
		...(isOther(textOf(payload.total_price) && numberOf(payload.total_price), textOf(price) && numberOf(price)) ? ['total_price'] : []),
	];
}

/** Whether both are there and differ. */
function isOther<T>(one: T | undefined, other: T | undefined): boolean {
	return one !== undefined && other !== undefined && one !== other;
}

function isOtherStatus(event: string, payload: IDataObject, booking: IDataObject): boolean {
	const told = stateIn(payload.status);
	const own = stateIn(booking.status);
	if (isOther(told, own) && !isPerhapsInForce(told, own)) return true;
	// Single policies of a booking can be cancelled as well.
	return IS_CANCELLED.test(event) && ![own, ...partsOf(booking).map(({ status }) => stateIn(status))].includes('cancelled');
}

const IS_CANCELLED = /^BOOKING_CANCELLED$/i;

/** Whether one of two states is that of a booking in force, and the other that of one which was renewed: it may be in force or not. */
function isPerhapsInForce(...states: Array<string | undefined>): boolean {
	return states.includes('in force') && states.includes('renewed');
}

/** Its policies, which the other kind of access calls quotes. */
function partsOf({ policies, quotes }: IDataObject): IDataObject[] {
	return [policies, quotes].flatMap((list) => (Array.isArray(list) ? (list as unknown[]).filter(isObject) : []));
}

/** What the words for the state of a booking come to, of either kind of access (ssi/create-booking, responses/quote-policy-status). Others stand for themselves. */
const STATES: Readonly<Record<string, string>> = {
	ACTIVE: 'in force',
	CONFIRMED: 'in force',
	CANCELLED: 'cancelled',
	DELETED: 'cancelled',
	RECEIVED: 'open',
	PENDING_PAYMENT: 'open',
	FAILED: 'failed',
	RENEWED: 'renewed',
};

function stateIn(status: unknown): string | undefined {
	const word = textOf(status)?.trim().toUpperCase();
	return word !== undefined && Object.hasOwn(STATES, word) ? STATES[word] : word;
}
