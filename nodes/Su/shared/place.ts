import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { countryCode, degrees } from './contentKinds';

/** What the panel calls the fields of a place, for messages. */
export const PLACE_LABELS = { addressLine: 'Address', cityName: 'City', postalCode: 'Postal Code', countryName: 'Country', latitude: 'Latitude', longitude: 'Longitude' } as const;

type Part = keyof typeof PLACE_LABELS;

const TOLD: Readonly<Record<Part, readonly [placeholder: string, description: string]>> = {
	addressLine: ['e.g. 12 Bach Dang', 'Street and number'],
	cityName: ['e.g. Da Nang', 'Name of the city'],
	postalCode: ['e.g. 550000', 'Postal code of the address'],
	countryName: ['e.g. VN', 'The two letters of the country (ISO 3166)'],
	latitude: ['e.g. 16.0678', 'Degrees from -90 to 90, below 0 in the south'],
	longitude: ['e.g. 108.2208', 'Degrees from -180 to 180, below 0 in the west'],
};

/** A field of a place (content/property, content/room-type). @param more what else is to be said of it, a sentence that begins with a blank */
export function placeField(part: Part, isRequired: boolean, more = ''): INodeProperties {
	const [placeholder, description] = TOLD[part];
	return {
		displayName: PLACE_LABELS[part],
		name: part,
		type: 'string',
		...(isRequired ? { required: true } : {}),
		default: '',
		placeholder,
		description: more === '' ? description : `${description}.${more}`,
	};
}

/** Kinds of the parts that have one. */
export const PLACE_KINDS = { countryName: countryCode, latitude: degrees(90), longitude: degrees(180) } as const;

/** A position takes it, of which both parts must be there. Faults are noted in `fields`. */
export function readPosition(fields: FieldReader): { Latitude: string; Longitude: string } {
	return {
		Latitude: fields.kind('latitude', { label: PLACE_LABELS.latitude }, PLACE_KINDS.latitude, ''),
		Longitude: fields.kind('longitude', { label: PLACE_LABELS.longitude }, PLACE_KINDS.longitude, ''),
	};
}
