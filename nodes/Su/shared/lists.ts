import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { textOf } from '../../../engine/values';
import { rowsIn } from './refusal';
import { hotelRequest, suPath } from './requests';

/** A list of Su, as the panel, the operations and the checks read it. `A` is what it is asked with. */
export interface SuList<A> {
	/** The page of Su's documents, for messages. */
	readonly what: string;
	/** The field of the answer that holds the rows. */
	readonly rows: string;
	/** The fields of a row that hold its id and its name. */
	readonly id: string;
	readonly name: string;
	request(asked: A): PartnerRequest;
}

/** Of which property a list is. */
export interface OfProperty {
	hotelId: string;
}

/** What there is to choose. */
export interface Named {
	id: string;
	/** `''` where it has none. */
	name: string;
}

/** Properties, `GET pmsproperty` (content/listing/property-listing). */
export const PROPERTIES: SuList<object> = {
	what: 'Property Listing',
	rows: 'properties',
	id: 'propertyid',
	name: 'propertyname',
	request: () => ({ method: 'GET', path: suPath('pmsproperty') }),
};

/** Room types of a property, `POST roomdetails` (content/listing/room-type-listing). */
export const ROOM_TYPES: SuList<OfProperty> = {
	what: 'Room Type Listing',
	rows: 'rooms',
	id: 'roomid',
	name: 'roomname',
	request: ({ hotelId }) => hotelRequest('roomdetails', hotelId),
};

/** Rate plans of a property, `POST ratedetails` (content/listing/rate-plan-listing). */
export const RATE_PLANS: SuList<OfProperty> = {
	what: 'Rate Plan Listing',
	rows: 'rateplans',
	id: 'rateplanid',
	name: 'rateplanname',
	request: ({ hotelId }) => hotelRequest('ratedetails', hotelId),
};

/** Pictures of a property, `POST imageRetrieve` (content/image-api/retrieve-images). */
export const IMAGES: SuList<OfProperty> = {
	what: 'Retrieve Images',
	rows: 'Data',
	id: 'imageid',
	name: 'image_name',
	request: ({ hotelId }) => hotelRequest('imageRetrieve', hotelId),
};

/** The rows of a list, as Su has them. @throws Failure as of `rowsIn` */
export function listedRows<A>(list: SuList<A>, answer: PartnerAnswer): IDataObject[] {
	return rowsIn(answer, list.rows, list.what);
}

/** Id and name in a row; undefined where it has no id. */
export function namedIn<A>(list: SuList<A>, row: IDataObject): Named | undefined {
	const id = textOf(row[list.id])?.trim();
	return id === undefined ? undefined : { id, name: textOf(row[list.name])?.trim() ?? '' };
}
