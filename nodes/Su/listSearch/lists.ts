import { namedChoice } from '../../../engine/listSearch/choices';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import { partnerList, type PartnerList, type ReadList } from '../../../engine/listSearch/partnerList';
import { LABELS } from '../shared/labels';
import { listedRows, namedIn, PROPERTIES, RATE_PLANS, ROOM_TYPES, type Named, type OfProperty, type SuList } from '../shared/lists';
import { SU } from '../shared/su';

/** A list of Su that there is to choose from. */
function suList<A>(list: SuList<A>, unknown: PartnerList<A, Named>['unknown']): ReadList<A, Named> {
	return partnerList<A, Named>({
		partner: SU,
		what: list.what,
		most: 20,
		request: (asked) => list.request(asked),
		rows: (answer) => listedRows(list, answer),
		read: (row) => namedIn(list, row),
		unknown,
	});
}

/** The same for a list of the property that is chosen. */
function listOfChosenProperty(list: SuList<OfProperty>, what: string): ListSource {
	const read = suList(list, ({ hotelId }) => ({ message: `No ${what} of property ${hotelId}`, advice: `Check ${LABELS.hotelId}, and that the property has ${what} at Su.` }));
	return async ({ fields, sender }) => (await read(sender, { hotelId: fields.needed('hotelId', LABELS.hotelId) })).map(choice);
}

const allProperties = suList(PROPERTIES, () => ({ message: 'No list of properties', advice: 'Type the ID in instead of choosing it.' }));

/** The partner's properties. */
export const properties: ListSource = async ({ sender }) => (await allProperties(sender, {})).map(choice);

/** The room types of the property that is chosen. */
export const roomTypes = listOfChosenProperty(ROOM_TYPES, 'room types');

/** The rate plans of the property that is chosen. */
export const ratePlans = listOfChosenProperty(RATE_PLANS, 'rate plans');

function choice({ id, name }: Named) {
	return namedChoice(id, name);
}
