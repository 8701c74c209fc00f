import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';

/** How Su calls what it holds of a rate plan (logs/bulk-rates-and-inventory-logs-future-date), by the field of the panel. */
const HELD = {
	roomsToSell: 'inventory',
	closed: 'stopsell',
	closedOnArrival: 'closedonarrival',
	closedOnDeparture: 'closedondeparture',
	minimumStay: 'minimumstay',
	maximumStay: 'maximumstay',
} as const;

/** What Su holds on some days: rows by what they are about. */
export class HeldDays {
	/** By day and room type, and by day, room type and rate plan. */
	private readonly rows = new Map<string, IDataObject>();

	/** @param rows of `heldRows` */
	add(rows: readonly IDataObject[]): void {
		for (const row of rows) {
			const [date, roomId, ratePlanId] = [textOf(row.date) ?? '', textOf(row.roomId) ?? '', textOf(row.ratePlanId) ?? ''];
			this.rows.set(keyOf(date, roomId, ''), row);
			if (ratePlanId !== '') this.rows.set(keyOf(date, roomId, ratePlanId), row);
		}
	}

	/** What is held as text, flags as `true` and `false`; undefined where Su does not show it. @param ratePlanId `''` for what is of the room type alone */
	valueOf(date: string, roomId: string, ratePlanId: string, field: string): string | undefined {
		const row = this.rows.get(keyOf(date, roomId, ratePlanId));
		if (row === undefined) return undefined;
		const [, guests] = field.split('prices.');
		return guests === undefined ? heldText(row[HELD[field as keyof typeof HELD]]) : priceFor(row.rate, guests);
	}
}

function heldText(value: unknown): string | undefined {
	return typeof value === 'boolean' ? String(value) : textOf(value)?.trim();
}

function priceFor(rates: unknown, guests: string): string | undefined {
	const rows = Array.isArray(rates) ? (rates as unknown[]).filter(isObject) : [];
	return heldText(rows.find(({ guest }) => textOf(guest)?.trim() === guests)?.rate);
}

function keyOf(date: string, roomId: string, ratePlanId: string): string {
	return JSON.stringify([date, roomId, ratePlanId]);
}
