import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import type { Ask } from '../../../engine/operation/reads';
import type { SenderOptions } from '../../../engine/transport/senderOptions';
import { isPartnersNotFound } from '../../../engine/transport/notFound';
import { path } from '../../../engine/transport/path';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import type { Family } from '../shared/family';
import { elementsSender, signatureSender, XCOVER } from '../shared/xcover';

/** What XCover says when it is asked for a booking: the booking, or that it has none of this id, for certain or as far as can be seen. */
export type FoundBooking = { booking: IDataObject } | { isCertain: boolean };

/** How a booking is looked up with one kind of access. */
interface BookingRead {
	readonly sender: SenderOptions;
	/** @throws Failure where XCover could not be asked, or its answer is none */
	find(id: string, ask: Ask): Promise<FoundBooking>;
}

export const BOOKING_READS: Readonly<Record<Family, BookingRead>> = {
	elements: { sender: elementsSender, find: inList },
	signature: { sender: signatureSender, find: byId },
};

/** Get Booking (offers/api/reference/modify-booking); the credential fills in the partner. A 404 in XCover's own words says that there is none. */
async function byId(id: string, ask: Ask): Promise<FoundBooking> {
	const answer = await ask({ method: 'GET', path: `/partners/{partner_code}${path`/bookings/${id}/`}` });
	if (isFailure(answer)) {
		if (isPartnersNotFound(answer)) return { isCertain: true };
		throw answer;
	}
	const { body } = answer;
	// Anything may be JSON with fields. That it is this booking, only its id shows.
	if (!isObject(body) || textOf(body.id)?.trim().toLowerCase() !== id.toLowerCase()) throw unusableAnswer(XCOVER, answer, 'Booking', `booking ${id}`);
	return { booking: body };
}

/** The path of the list; the credential fills in the partner (api/manage-booking). */
const LIST = '/api/partners/{partner_id}/bookings';

/** The list in messages. */
const LIST_NAME = 'Booking List';

/** Pages that are read of it at most: the caller waits meanwhile. */
const MOST_PAGES = 20;

/**
 * XCover Elements has no call for one booking, so the list is read. Its paging is not documented: the next page is asked for where an answer
 * names one, as Laravel does. That a booking is not in what was read proves nothing.
 */
async function inList(id: string, ask: Ask): Promise<FoundBooking> {
	const asked = new Set<string>();
	let query: Record<string, string> | undefined = {};
	while (query !== undefined && asked.size < MOST_PAGES && !asked.has(JSON.stringify(query))) {
		asked.add(JSON.stringify(query));
		const answer = await ask({ method: 'GET', path: LIST, ...(Object.keys(query).length > 0 ? { query } : {}) });
		if (isFailure(answer)) throw answer;
		const booking = rowsIn(answer).find((row) => isOf(row, id));
		if (booking) return { booking };
		query = nextPage(answer.body);
	}
	return { isCertain: false };
}

function rowsIn(answer: PartnerAnswer): IDataObject[] {
	const { body } = answer;
	const rows = isObject(body) ? body.data : undefined;
	if (!Array.isArray(rows)) throw unusableAnswer(XCOVER, answer, LIST_NAME, 'a list under "data"');
	return (rows as unknown[]).filter(isObject);
}

/** A booking has an id, and the reference by which the other kind of access and the events know it. */
function isOf({ id, provider_reference: reference }: IDataObject, wanted: string): boolean {
	return [id, reference].some((own) => textOf(own)?.trim().toLowerCase() === wanted.toLowerCase());
}

/** What asks for the next page, from the address that an answer names for it. Only its query counts: nothing is sent to another host. */
function nextPage(body: unknown): Record<string, string> | undefined {
	const links = isObject(body) ? body.links : undefined;
	const next = isObject(links) ? textOf(links.next) : undefined;
	if (next === undefined || !URL.canParse(next, 'https://xcover.invalid')) return undefined;
	return Object.fromEntries(new URL(next, 'https://xcover.invalid').searchParams);
}
