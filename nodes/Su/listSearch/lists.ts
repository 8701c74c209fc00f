import type { Picker } from '../../../engine/listSearch/listSearch';
import { partnerList, type PartnerList, type ReadList } from '../../../engine/listSearch/partnerList';
import { textOf } from '../../../engine/values';
import { rowsIn } from '../shared/refusal';
import { propertiesRequest, ratePlansRequest, roomTypesRequest } from '../shared/requests';
import { LABELS } from '../shared/labels';
import { SU } from '../shared/su';

/** What there is to choose. */
interface Named {
	id: string;
	name: string;
}

/** A list of Su by the names of its rows' fields. */
function suList<A>(names: { list: string; id: string; name: string }, rest: Pick<PartnerList<A, Named>, 'what' | 'request' | 'unknown'>): ReadList<A, Named> {
	return partnerList<A, Named>({
		...rest,
		partner: SU,
		most: 20,
		rows: (answer, what) => rowsIn(answer, names.list, what),
		read(row) {
			const id = textOf(row[names.id])?.trim();
			return id === undefined ? undefined : { id, name: textOf(row[names.name])?.trim() ?? '' };
		},
	});
}

const allProperties = suList<object>(
	{ list: 'properties', id: 'propertyid', name: 'propertyname' },
	{ what: 'Property Listing', request: () => propertiesRequest, unknown: () => ({ message: 'No list of properties', advice: 'Type the ID in instead of choosing it.' }) },
);

const roomTypesOf = suList<{ hotelId: string }>(
	{ list: 'rooms', id: 'roomid', name: 'roomname' },
	{ what: 'Room Type Listing', request: ({ hotelId }) => roomTypesRequest(hotelId), unknown: ({ hotelId }) => ofProperty('room types', hotelId) },
);

const ratePlansOf = suList<{ hotelId: string }>(
	{ list: 'rateplans', id: 'rateplanid', name: 'rateplanname' },
	{ what: 'Rate Plan Listing', request: ({ hotelId }) => ratePlansRequest(hotelId), unknown: ({ hotelId }) => ofProperty('rate plans', hotelId) },
);

function ofProperty(what: string, hotelId: string) {
	return { message: `No ${what} of property ${hotelId}`, advice: `Check ${LABELS.hotelId}, and that the property has ${what} at Su.` };
}

/** The partner's properties. */
export const properties: Picker = async ({ sender }) => (await allProperties(sender, {})).map(choice);

/** The room types of the property that is chosen. */
export const roomTypes: Picker = async ({ fields, sender }) => (await roomTypesOf(sender, { hotelId: fields.needed('hotelId', LABELS.hotelId) })).map(choice);

/** The rate plans of the property that is chosen. */
export const ratePlans: Picker = async ({ fields, sender }) => (await ratePlansOf(sender, { hotelId: fields.needed('hotelId', LABELS.hotelId) })).map(choice);

function choice({ id, name }: Named) {
	return { name: name === '' || name === id ? id : `${name} (${id})`, value: id };
}
