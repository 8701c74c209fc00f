import { isFailure, validationFailure, type Fault } from '../../../engine/failure';
import { choiceOf } from '../../../engine/fieldKinds/choice';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { LABELS } from '../shared/labels';
import { listedRows, namedIn, RATE_PLANS, ROOM_TYPES, type OfProperty, type SuList } from '../shared/lists';
import { explainRefusal } from '../shared/refusal';
import { SU } from '../shared/su';
import { isOfRatePlan, type Change } from './change';

/** Codes that say that a property has no room types, or no rate plans (codes/error-codes). */
const NONE_THERE = ['938', '939'];

/** Most ids that a message lists. */
const MOST_LISTED = 20;

/**
 * The change with room type and rate plan in Su's spelling, where exactly one of the property's fits but for capitals and blanks. Su
 * makes what it does not know (rates-and-availability), so a misspelt id would become a room type of its own, and the right one would
 * keep its old prices.
 *
 * @throws Failure of kind `validation` that names what is not there, or what went wrong with the look-up
 */
export async function withKnownIds(change: Change, ask: Ask): Promise<Change> {
	const { hotelId, roomId, ratePlanId } = change;
	const faults: Fault[] = [];
	const known = { ...change };
	const rooms = await idsIn(ask, ROOM_TYPES, change);
	known.roomId = spelt({ field: LABELS.roomId, what: 'room type', id: roomId, hotelId }, rooms, faults);
	if (isOfRatePlan(change)) {
		const plans = await idsIn(ask, RATE_PLANS, change);
		known.ratePlanId = spelt({ field: LABELS.ratePlanId, what: 'rate plan', id: ratePlanId, hotelId }, plans, faults);
	}
	if (faults.length > 0) throw validationFailure('The update', faults);
	return known;
}

/** An id in a field of the panel. */
interface NamedId {
	/** The field's name in the panel. */
	field: string;
	/** What it is the id of. */
	what: string;
	id: string;
	hotelId: string;
}

/** The id as Su spells it. One that is not there, or can mean several, is added to the faults. */
function spelt(named: NamedId, known: readonly string[], faults: Fault[]): string {
	const read = choiceOf(named.id, known, SU);
	if ('value' in read) return read.value;
	// What is not there is told with the way to have it made.
	faults.push(read.isSeveral ? { field: named.field, expected: read.fault } : notThere(named, known));
	return named.id;
}

async function idsIn(ask: Ask, list: SuList<OfProperty>, property: OfProperty): Promise<string[]> {
	const fact = await orRefusal(ask(list.request(property)));
	if (!isFailure(fact)) {
		const rows = listedRows(list, fact);
		const ids = rows.flatMap((row) => namedIn(list, row)?.id ?? []);
		// "It has none" is not known of rows that cannot be read.
		if (ids.length === 0 && rows.length > 0) throw unusableAnswer(SU, fact, list.what, `rows with "${list.id}"`);
		return ids;
	}
	const failure = explainRefusal(fact);
	if (NONE_THERE.includes(failure.details.partnerCode ?? '')) return [];
	throw failure;
}

function notThere({ field, what, id, hotelId }: NamedId, known: readonly string[]): Fault {
	const list = known.length === 0 ? `it has none` : `it has ${known.slice(0, MOST_LISTED).join(', ')}${known.length > MOST_LISTED ? ', ...' : ''}`;
	return { field, expected: `must be a ${what} of ${hotelId}, not ${id}: ${list}. To have it made, turn on Create Unknown IDs under Options` };
}
