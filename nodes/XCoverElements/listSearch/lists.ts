import type { IDataObject } from 'n8n-workflow';

import { partnerList, type ReadList } from '../../../engine/listSearch/partnerList';
import type { Sender } from '../../../engine/transport/sender';
import { textOf } from '../../../engine/values';
import { contentOf } from '../shared/answers';
import { BOOKING_LIST, oneBooking, policiesOf } from '../shared/bookings';
import type { Family } from '../shared/family';
import { XCOVER } from '../shared/xcover';

/** What there is to choose. */
interface Named {
	id: string;
	/** `''` where it has none. */
	name: string;
	/** Further words by which it is found. */
	also?: string;
}

/** A booking with its policies. */
interface HeldBooking extends Named {
	policies: Named[];
}

/** The bookings of the first page of the list: a partner may have very many, and an ID can be typed in. */
function bookingList(family: Family): ReadList<object, HeldBooking> {
	const list = BOOKING_LIST[family];
	return partnerList<object, HeldBooking>({
		partner: XCOVER,
		what: 'Booking List',
		most: 5,
		request: () => list.request(''),
		rows: (answer) => list.page(answer, '').rows,
		read: (row) => readBooking(family, row),
		unknown: () => ({ message: `${XCOVER} has no such list`, advice: 'Check the credential. The ID of a booking can be typed in.' }),
	});
}

const LISTS: Readonly<Record<Family, ReadList<object, HeldBooking>>> = { elements: bookingList('elements'), signature: bookingList('signature') };

/** One booking, by a signed request. */
const signedBooking = partnerList<string, HeldBooking>({
	partner: XCOVER,
	what: 'Booking',
	most: 20,
	request: (bookingId) => oneBooking(bookingId),
	rows: (answer) => [contentOf('signature', answer, 'Booking')],
	read: (row) => readBooking('signature', row),
	unknown: (bookingId) => ({ message: `${XCOVER} does not know booking ${bookingId}`, advice: 'Check Booking ID.' }),
});

/** Bookings of the account. */
export async function bookings(family: Family, sender: Sender): Promise<readonly Named[]> {
	return await LISTS[family](sender, {});
}

/** The policies of a booking; none where a token's list does not hold it. */
export async function policies(family: Family, sender: Sender, bookingId: string): Promise<readonly Named[]> {
	const held = family === 'signature' ? await signedBooking(sender, bookingId) : await LISTS.elements(sender, {});
	const wanted = bookingId.toLowerCase();
	return held.find(({ id, also = '' }) => [id, also].some((own) => own.toLowerCase() === wanted))?.policies ?? [];
}

function readBooking(family: Family, row: IDataObject): HeldBooking | undefined {
	const id = textOf(row.id);
	if (id === undefined) return undefined;
	const also = textOf(row.provider_reference) ?? textOf(row.partner_transaction_id);
	const words = [textOf(row.provider_reference), textOf(row.status), textOf(row.currency), textOf(row.total_price ?? row.price)];
	return {
		id,
		name: words.filter((word) => word !== undefined).join(' '),
		...(also === undefined ? {} : { also }),
		policies: policiesOf(family, row).flatMap((policy) => {
			const policyId = textOf(policy.id);
			return policyId === undefined ? [] : [{ id: policyId, name: nameOf(policy) }];
		}),
	};
}

function nameOf({ policy, policy_type: type, status }: IDataObject): string {
	const { policy_name: name, policy_type: inner } = (policy ?? {}) as IDataObject;
	return [textOf(name) ?? textOf(inner) ?? textOf(type), textOf(status)].filter((word) => word !== undefined).join(', ');
}
