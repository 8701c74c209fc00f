import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { rowsOfPages, type Page } from '../../../engine/items/pages';
import type { Ask } from '../../../engine/operation/reads';
import { path } from '../../../engine/transport/path';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, numberOf, textOf } from '../../../engine/values';
import type { Family } from './family';
import { XCOVER } from './xcover';

/** The list in messages. */
const LIST = 'Booking List';

/** Bookings in a page of the list of signed requests. Its largest size is not documented. */
const PAGE_SIZE = 100;

/** A list of bookings in pages. */
interface BookingList {
	/** @param page as the page before it names it; `''` for the first */
	request(page: string): PartnerRequest;
	/** @param page that the answer is to @throws Failure where it is no list */
	page(answer: PartnerAnswer, page: string): Page;
}

/** The list of bookings with each kind of access. */
export const BOOKING_LIST: Readonly<Record<Family, BookingList>> = {
	/**
	 * Its paging is not documented: the next page is asked for where an answer names one, as the framework does that the dates look like. Only the query of
	 * that address counts: nothing is sent to another host.
	 */
	elements: {
		request: (page) => ({ method: 'GET', path: '/api/partners/{partner_id}/bookings', ...(page === '' ? {} : { query: Object.fromEntries(new URLSearchParams(page)) }) }),
		page: (answer) => ({ rows: rowsIn(answer, 'data'), next: nextQuery(answer.body) }),
	},
	/** `next` is on another host than the one that was asked (recordings), so it goes on by `offset`. */
	signature: {
		request: (page) => ({ method: 'GET', path: '/partners/{partner_code}/bookings/', query: { limit: PAGE_SIZE, offset: Number(page) } }),
		page(answer, page) {
			const rows = rowsIn(answer, 'results');
			const read = Number(page) + rows.length;
			const { count, next } = answer.body as IDataObject;
			const isLast = rows.length === 0 || numberOf(count) <= read || next === null;
			return { rows, next: isLast ? undefined : String(read) };
		},
	},
};

/** All bookings, or the first of them. @param limit how many are wanted; undefined means all @throws Failure */
export async function allBookings(family: Family, limit: number | undefined, ask: Ask): Promise<IDataObject[]> {
	const list = BOOKING_LIST[family];
	return await rowsOfPages(XCOVER, limit, async (page) => {
		const answer = await ask(list.request(page));
		if (isFailure(answer)) throw answer;
		return list.page(answer, page);
	});
}

/**
 * The booking of a token's list that is meant, by its id or reference. No call reads one alone, so the list is read until it comes.
 *
 * @param mostPages that are read
 * @returns undefined where what was read holds none, which proves nothing: whether the list holds all is not documented
 * @throws Failure
 */
export async function inTokenList(id: string, ask: Ask, mostPages: number): Promise<IDataObject | undefined> {
	const list = BOOKING_LIST.elements;
	const asked = new Set<string>();
	for (let page: string | undefined = ''; page !== undefined && !asked.has(page) && asked.size < mostPages; ) {
		asked.add(page);
		const answer = await ask(list.request(page));
		if (isFailure(answer)) throw answer;
		const { rows, next } = list.page(answer, page);
		const found = rows.find((row) => isBooking(row, id));
		if (found) return found;
		page = next;
	}
	return undefined;
}

/** The request that reads one booking; with a token there is none. */
export function oneBooking(bookingId: string, query: Record<string, string> = {}): PartnerRequest {
	return { method: 'GET', path: path`/partners/{partner_code}/bookings/${bookingId}/`, ...(Object.keys(query).length > 0 ? { query } : {}) };
}

/** Whether a booking is the one that is meant: by its id, or by the reference under which events and the other kind of access know it. */
export function isBooking({ id, provider_reference: reference }: IDataObject, wanted: string): boolean {
	return [id, reference].some((own) => textOf(own)?.trim().toLowerCase() === wanted.trim().toLowerCase());
}

/** The policies of a booking: `quotes` with signed requests, `policies` with a token. */
export function policiesOf(family: Family, booking: IDataObject): IDataObject[] {
	const list = family === 'signature' ? booking.quotes : booking.policies;
	return Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];
}

/** Whether a booking or policy is cancelled: the two kinds of access write it in capitals or not. */
export function isCancelled(thing: IDataObject): boolean {
	return hasStatus(thing, 'CANCELLED');
}

/** Whether a booking or policy is in a state. @param wanted in capitals */
export function hasStatus({ status }: IDataObject, wanted: string): boolean {
	return textOf(status)?.trim().toUpperCase() === wanted;
}

function rowsIn(answer: PartnerAnswer, member: string): IDataObject[] {
	const { body } = answer;
	const rows = isObject(body) ? body[member] : undefined;
	if (!Array.isArray(rows)) throw unusableAnswer(XCOVER, answer, LIST, `a list under "${member}"`);
	return (rows as unknown[]).filter(isObject);
}

function nextQuery(body: unknown): string | undefined {
	if (!isObject(body)) return undefined;
	const { links, meta } = body;
	if (!isObject(links) || links.next === undefined) return isObject(meta) ? pageAfter(meta) : undefined;
	const next = textOf(links.next);
	if (next === undefined || !URL.canParse(next, 'https://xcover.invalid')) return undefined;
	const query = new URL(next, 'https://xcover.invalid').searchParams.toString();
	return query === '' ? undefined : query;
}

/** The query of the page after the one that the framework tells of, where it names no link. */
function pageAfter({ current_page: current, last_page: last }: IDataObject): string | undefined {
	const [at, end] = [numberOf(current), numberOf(last)];
	return Number.isSafeInteger(at) && at >= 1 && at < end ? `page=${at + 1}` : undefined;
}
