import type { INodeProperties } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../engine/items/fields';

/** Members of an address at Tradevest (api-reference/entities), what the panel calls them, and an example. */
const MEMBERS = [
	['street', 'Street', 'e.g. Am Wall'],
	['streetNumber', 'Street Number', 'e.g. 4'],
	['zip', 'Zip', 'e.g. 28195'],
	['city', 'City', 'e.g. Bremen'],
	['country', 'Country', 'e.g. DE'],
	['state', 'State', 'e.g. ON'],
	['additionalInfo', 'Additional Info', 'e.g. c/o Hartwig'],
] as const;

type Member = (typeof MEMBERS)[number][0];

/** An address, as it goes out. */
export type Address = { [name in Member]?: string };

const NEEDED: readonly Member[] = ['street', 'streetNumber', 'zip', 'city', 'country'];

/** The fields of an address under one name. @param label such as `Main Address` */
export function addressField(name: string, displayName: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: 'Add Address',
		default: {},
		description,
		options: [{ displayName: 'Address', name: 'address', values: MEMBERS.map(([member, label, placeholder]): INodeProperties => ({ displayName: label, name: member, type: 'string', default: '', placeholder, description: describedAs[member] })) }],
	};
}

const describedAs: { [name in Member]: string } = {
	street: 'Without the number',
	streetNumber: 'Of the house',
	zip: 'Of the city',
	city: 'Without the zip',
	country: 'ISO 3166-1, two letters',
	state: 'Needed for Canada',
	additionalInfo: 'May be left out',
};

/** Reads it where one is given; else undefined. Faults are noted in `fields`. */
export function readAddress(fields: FieldReader, name: string, label: string): Address | undefined {
	const [row] = fields.optionalList(`${name}.address`, { label });
	if (row === undefined) return undefined;
	const part = new FieldReader(readerOf(row), `${label}: `);
	const address: Address = {};
	for (const [member, memberLabel] of MEMBERS) {
		const rules = { label: memberLabel, longest: 255 };
		const value = member === 'country' ? readCountry(part, member, memberLabel) : NEEDED.includes(member) ? part.text(member, rules) : part.optionalText(member, rules);
		if (value !== '') address[member] = value;
	}
	if (address.country === 'CA' && address.state === undefined) part.fault('State', 'must be filled in for Canada');
	fields.take(part);
	return address;
}

function isCountry(text: string): boolean {
	return /^[A-Z]{2}$/.test(text);
}

/** Reads a country: two letters of ISO 3166-1. Faults are noted in `fields`. */
export function readCountry(fields: FieldReader, name: string, label: string): string {
	const country = fields.code(name, { label }).toUpperCase();
	return country === '' || isCountry(country) ? country : fields.fault(label, 'must be two letters, such as DE', '');
}
