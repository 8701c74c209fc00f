import type { IDataObject } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { isSimplified } from '../../../engine/items/simplify';
import type { PartnerAnswer } from '../../../engine/http/request';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { reservationsIn } from '../shared/refusal';
import { SU } from '../shared/su';
import { isCardDataWanted, withoutCardData } from './cardData';

/** How a reservation is put out. */
export interface ReservationForm {
	isSimplified: boolean;
	isCardDataWanted: boolean;
}

/** The form that the panel asks for, by *Simplify* and *Include Card Data*. Faults are noted in `fields`. */
export function readForm(fields: FieldReader): ReservationForm {
	return { isSimplified: isSimplified(fields), isCardDataWanted: isCardDataWanted(fields) };
}

/**
 * The reservations of an answer (response-of-reservation-information).
 *
 * @param what the call as Su's documents name it
 * @param isAskedFor which of them were asked for; left out, all
 * @throws Failure where it is a refusal or no list, or holds nothing but reservations that were not asked for
 */
export function reservationRows(answer: PartnerAnswer, what: string, form: ReservationForm, isAskedFor: (row: IDataObject) => boolean = () => true): IDataObject[] {
	const all = reservationsIn(answer, what);
	const rows = all.filter(isAskedFor);
	if (rows.length === 0 && all.length > 0) throw unusableAnswer(SU, answer, what, 'the booking that was asked for, and no other,');
	return rows.map((row) => {
		if (form.isSimplified) return mainFields(row);
		return form.isCardDataWanted ? row : withoutCardData(row);
	});
}

/** What one looks for first. Days are the first arrival and the last departure of the rooms that count; what Su leaves empty is null. */
export function mainFields(row: IDataObject): IDataObject {
	const customer = isObject(row.customer) ? row.customer : {};
	const rooms = roomsThatCount(row);
	const days = (name: string) => rooms.flatMap((room) => dayIn(room[name]) ?? []).sort();
	const name = [customer.first_name, customer.last_name].flatMap((part) => textOf(part) ?? []).join(' ');
	return {
		reservation_notif_id: textOf(row.reservation_notif_id) ?? null,
		id: textOf(row.id) ?? null,
		status: textOf(row.status) ?? null,
		guest_name: name || (rooms.map((room) => textOf(room.guest_name)).find((guest) => guest !== undefined) ?? null),
		arrival_date: days('arrival_date')[0] ?? null,
		departure_date: days('departure_date').at(-1) ?? null,
		totalprice: textOf(row.totalprice) ?? null,
		currencycode: textOf(row.currencycode) ?? null,
		hotel_id: textOf(row.hotel_id) ?? null,
		channel_booking_id: textOf(row.channel_booking_id) ?? null,
	};
}

/** The rooms that are not cancelled; all, where the whole booking is. */
function roomsThatCount({ rooms: given }: IDataObject): IDataObject[] {
	const rooms = Array.isArray(given) ? (given as unknown[]).filter(isObject) : [];
	const left = rooms.filter(({ roomstaystatus }) => !/^cancell?ed$/i.test(textOf(roomstaystatus)?.trim() ?? ''));
	return left.length > 0 ? left : rooms;
}

/** A day as Su writes it; `0000-00-00` stands for none. */
function dayIn(value: unknown): string | undefined {
	const day = textOf(value);
	return day?.startsWith('0000') ? undefined : day;
}
