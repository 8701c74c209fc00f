import type { INodeProperties } from 'n8n-workflow';

import { LOST_DIGITS } from '../../../engine/fieldKinds/reading';
import type { FieldReader } from '../../../engine/items/fields';

const label = 'Reservation Notification ID';

/** The field for the id of a message about a booking. */
export function reservationNotifId(description: string): INodeProperties {
	return { displayName: label, name: 'reservationNotifId', type: 'string', required: true, default: '', placeholder: 'e.g. 177251666900249940001', description };
}

/** Reads it. What was a number before is a fault: it would be another message's. Faults are noted in `fields`. */
export function readNotifId(fields: FieldReader): string {
	const id = fields.code('reservationNotifId', { label });
	if (isNumberAsText(id)) fields.fault(label, LOST_DIGITS);
	return id;
}

/**
 * Whether an id is what JavaScript writes for a number of as many digits (`String(177251666900249940001)` ends in 0000), or the
 * exponent that Su's ids become without a `+`: another message's. Of the ids of 21 digits that Su shows, about one in 65,000 is such a text by
 * chance.
 */
function isNumberAsText(id: string): boolean {
	return (/^\d{21}$/.test(id) && String(Number(id)) === id) || /^\d(?:\.\d+)?e\d+$/i.test(id);
}
