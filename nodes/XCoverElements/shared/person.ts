import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { country } from '../../../engine/fieldKinds/country';
import { day } from '../../../engine/fieldKinds/day';
import { mailAddress } from '../../../engine/fieldKinds/mail';
import { asText, shown, type Reading } from '../../../engine/fieldKinds/reading';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import type { RunContext } from '../../../engine/operation/operation';
import type { Family } from './family';

/** What a member of a person holds. */
type Kind = 'country' | 'day' | 'email' | 'phone' | 'text' | 'wholeNumber';

interface MemberRules {
	/** As the panel calls it. */
	label: string;
	/** Text where it is left out. */
	kind?: Kind;
	placeholder?: string;
	description: string;
}

/** Members of a person in requests of either kind of access, as XCover calls them. */
const MEMBERS = {
	address1: { label: 'Address Line 1', placeholder: 'e.g. 12 Harbour Lane', description: 'Street and number' },
	address2: { label: 'Address Line 2', placeholder: 'e.g. Unit 4', description: 'What else belongs to the street' },
	age: { label: 'Age', kind: 'wholeNumber', description: 'In years' },
	birth_date: { label: 'Birth Date', kind: 'day', description: 'The day of birth' },
	city: { label: 'City', placeholder: 'e.g. Brno', description: 'Without the postcode' },
	company: { label: 'Company', placeholder: 'e.g. Marek s.r.o.', description: 'Name of the company' },
	company_reg_id: { label: 'Company Registration ID', placeholder: 'e.g. 27082440', description: 'Of the company' },
	country: { label: 'Country', kind: 'country', placeholder: 'e.g. CZ', description: 'ISO 3166-1, two letters. XCover does not check it, so it is checked here.' },
	date_of_birth: { label: 'Birth Date', kind: 'day', description: 'The day of birth' },
	email: { label: 'Email', kind: 'email', placeholder: 'e.g. name@email.com', description: 'Where XCover writes to' },
	first_name: { label: 'First Name', placeholder: 'e.g. Ines', description: 'As on the policy' },
	gender: { label: 'Gender', placeholder: 'e.g. female', description: 'In the words that the policy has for it' },
	last_name: { label: 'Last Name', placeholder: 'e.g. Marek', description: 'As on the policy' },
	middle_name: { label: 'Middle Name', placeholder: 'e.g. Eva', description: 'Middle name' },
	phone: { label: 'Phone', kind: 'phone', placeholder: 'e.g. +420255501234', description: 'With a plus sign and the code of the country' },
	postcode: { label: 'Postcode', placeholder: 'e.g. 602 00', description: 'Of the city' },
	region: { label: 'Region', placeholder: 'e.g. NSW', description: 'State or province' },
	secondary_email: { label: 'Second Email', kind: 'email', placeholder: 'e.g. name@email.com', description: 'Another address of mail' },
} as const satisfies Record<string, MemberRules>;

export type Member = keyof typeof MEMBERS;

const NAMED: readonly Member[] = ['first_name', 'last_name', 'email', 'country', 'phone'];
const ADDRESS: readonly Member[] = ['address1', 'address2', 'city', 'region', 'postcode'];
const SIGNED: readonly Member[] = [...NAMED, ...ADDRESS, 'middle_name', 'age', 'birth_date', 'gender', 'company', 'company_reg_id', 'secondary_email'];

/** What can be told of who buys (`Policyholder` and `OfferPolicyholder` in openapi/). What is not known XCover refuses. */
export const HOLDER: Readonly<Record<Family, readonly Member[]>> = { elements: [...NAMED, ...ADDRESS], signature: SIGNED };

/** What of a policyholder can be changed: members that answers have (recordings), where they have a birth date and no age. */
export const CHANGED_HOLDER: readonly Member[] = SIGNED.filter((member) => member !== 'age');

/** The same of an insured person (`Insured`, `Person`). */
export const INSURED: Readonly<Record<Family, readonly Member[]>> = { elements: [...NAMED, ...ADDRESS, 'birth_date', 'company'], signature: SIGNED };

/** The same of who declines a quote; unlike that of an offer there is a birth date (ssi/opt-out). */
export const DECLINER: readonly Member[] = [...NAMED, ...ADDRESS, 'date_of_birth'];

/** How the members of a person are read. */
export interface PersonRules {
	family: Family;
	members: readonly Member[];
	/** Those that must be there. */
	needed: readonly Member[];
}

/** The one collection of the fields that are seldom filled in. */
const MORE = 'additionalFields';

/** The fields of one person: the usual ones, and a collection with the others. @param whose as in `the policyholder` */
export function personFields({ members, needed }: PersonRules, whose: string): INodeProperties[] {
	const usual = NAMED.map((member) => ({ ...fieldOf(member), ...(needed.includes(member) ? { required: true } : {}) }));
	return [
		...usual.map((field) => ({ ...field, description: [`Of ${whose}`, field.description].filter((part) => part).join('. ') })),
		{
			displayName: 'Additional Fields',
			name: MORE,
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: `What else is known of ${whose}`,
			options: memberFields(members.filter((member) => !NAMED.includes(member))),
		},
	];
}

/** The fields of a collection with these members, as n8n wants them: by name. */
export function memberFields(members: readonly Member[]): INodeProperties[] {
	return members.map(fieldOf).sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** Reads the members that are filled in of the collection `at`, under the names that XCover has for them. Faults are noted in `fields`. */
export function readMembers(fields: FieldReader, run: RunContext, { family, members, at }: { family: Family; members: readonly Member[]; at: string }): IDataObject {
	return gathered(members, (member) => read(fields, { name: `${at}.${fieldName(member)}`, label: MEMBERS[member].label, member, isNeeded: false }, family, run));
}

/** Reads them, under the names that XCover has for them. Faults are noted in `fields`. */
export function readPerson(fields: FieldReader, run: RunContext, { family, members, needed }: PersonRules): IDataObject {
	return gathered(members, (member) => {
		const { label } = MEMBERS[member];
		const name = NAMED.includes(member) ? fieldName(member) : `${MORE}.${fieldName(member)}`;
		return read(fields, { name, label, member, isNeeded: needed.includes(member) }, family, run);
	});
}

/**
 * Insured persons from a field with JSON, each with members as XCover calls them. Faults are noted in `fields`.
 *
 * @param within stands before the labels of `fields`, such as `Quotes 1: `
 */
export function readInsured(fields: FieldReader, run: RunContext, family: Family, { name, label, within }: { name: string; label: string; within: string }): IDataObject[] {
	const members = INSURED[family];
	return fields.optionalList(name, { label }).map((row, at) => {
		const part = new FieldReader(readerOf(row), `${within}${label} ${at + 1}: `);
		for (const given of Object.keys(row)) {
			if (!(members as readonly string[]).includes(given)) part.fault(given.slice(0, 40), `is no member of an insured person. There are ${members.join(', ')}`);
		}
		const person = gathered(members, (member) => read(part, { name: member, label: member, member, isNeeded: false }, family, run));
		if (Object.keys(person).length === 0 && !part.isFaulty) part.fault('all members', 'are empty. Name the person, or leave the entry out');
		fields.take(part);
		return person;
	});
}

interface Wanted {
	name: string;
	label: string;
	member: Member;
	isNeeded: boolean;
}

function read(fields: FieldReader, { name, label, member, isNeeded }: Wanted, family: Family, { timezone }: RunContext): string | number | undefined {
	const rules: MemberRules = MEMBERS[member];
	const kinds: Partial<Record<Kind, (value: unknown) => Reading<string>>> = {
		country,
		day: (value) => day(value, timezone),
		email: mailAddress,
		// That others are refused is recorded for signed requests.
		...(family === 'signature' ? { phone } : {}),
	};
	const kind = kinds[rules.kind ?? 'text'];
	if (rules.kind === 'wholeNumber') return fields.optionalNumber(name, { label, whole: true });
	if (kind) return isNeeded ? fields.kind(name, { label }, kind, '') : fields.optionalKind(name, { label }, kind);
	return isNeeded ? fields.text(name, { label }) : fields.optionalText(name, { label });
}

/** A phone number as XCover takes it: one without `+` is refused (recordings). */
function phone(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^\+[\d ()./-]{3,40}$/.test(text) ? { value: text } : { fault: `must begin with + and the code of the country, such as +420255501234, not ${shown(value)}` };
}

function gathered(members: readonly Member[], value: (member: Member) => string | number | undefined): IDataObject {
	const person: IDataObject = {};
	for (const member of members) {
		const given = value(member);
		if (given !== undefined && given !== '') person[member] = given;
	}
	return person;
}

function fieldOf(member: Member): INodeProperties {
	const { label, kind, placeholder = '', description }: MemberRules = MEMBERS[member];
	const name = fieldName(member);
	if (kind === 'day') return { displayName: label, name, type: 'dateTime', typeOptions: { dateOnly: true }, default: '', description };
	if (kind === 'wholeNumber') return { displayName: label, name, type: 'number', typeOptions: { minValue: 0 }, default: 0, description };
	return typedField(name, label, placeholder, description);
}

/** A member as the panel names its field: `first_name` is `firstName`. */
function fieldName(member: Member): string {
	return member.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
