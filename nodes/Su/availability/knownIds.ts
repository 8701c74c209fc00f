import { validationFailure, type Fault } from '../../../engine/failure';
import { choiceOf } from '../../../engine/fieldKinds/choice';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { LABELS } from '../shared/labels';
import { RATE_PLANS, ROOM_TYPES, type OfProperty, type SuList } from '../shared/lists';
import { SU } from '../shared/su';
import { notThere, rowsById } from '../shared/things';
import { isOfRatePlan, type Change } from './change';

/**
 * The change with room type and rate plan in Su's spelling, where exactly one of the property's fits but for capitals and blanks. Su
 * makes what it does not know (rates-and-availability), so a misspelt id would become a room type of its own, and the right one would
 * keep its old prices.
 *
 * @throws Failure of kind `validation` that names what is not there, or what went wrong with the look-up
 */
export async function withKnownIds(change: Change, ask: Ask): Promise<Change> {
	const faults: Fault[] = [];
	const known = await knownIds(change, isOfRatePlan(change), ask, faults, 'To have it made, turn on Create Unknown IDs under Options');
	if (faults.length > 0) throw validationFailure('The update', faults);
	return { ...change, ...known };
}

/** Room type and rate plan of a property. */
interface RoomAndPlan {
	hotelId: string;
	roomId: string;
	ratePlanId: string;
}

/**
 * Room type and rate plan in Su's spelling.
 *
 * @param needsPlan whether the rate plan counts; it is as it was otherwise
 * @param faults gets those that are not there, or can mean several
 * @param otherwise what to do where one that is not there is meant
 * @throws Failure where the lists cannot be read
 */
export async function knownIds({ hotelId, roomId, ratePlanId }: RoomAndPlan, needsPlan: boolean, ask: Ask, faults: Fault[], otherwise: string): Promise<Omit<RoomAndPlan, 'hotelId'>> {
	const rooms = await idsIn(ask, ROOM_TYPES, { hotelId });
	const room = spelt({ field: LABELS.roomId, what: 'room type', id: roomId, hotelId, otherwise }, rooms, faults);
	if (!needsPlan) return { roomId: room, ratePlanId };
	const plans = await idsIn(ask, RATE_PLANS, { hotelId });
	return { roomId: room, ratePlanId: spelt({ field: LABELS.ratePlanId, what: 'rate plan', id: ratePlanId, hotelId, otherwise }, plans, faults) };
}

/** An id in a field of the panel. */
interface NamedId {
	/** The field's name in the panel. */
	field: string;
	/** What it is the id of. */
	what: string;
	id: string;
	hotelId: string;
	/** What to do where it is meant although it is not there. */
	otherwise: string;
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
	return [...rowsById(list, await orRefusal(ask(list.request(property)))).keys()];
}
