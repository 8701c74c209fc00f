import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { country } from '../../../engine/fieldKinds/country';
import { mailAddress } from '../../../engine/fieldKinds/mail';
import type { Reading } from '../../../engine/fieldKinds/reading';
import { day } from '../../../engine/fieldKinds/day';
import type { FieldReader } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import type { RunContext } from '../../../engine/operation/operation';
import { withoutGaps } from '../../../engine/values';
import { phone } from '../shared/person';

const NAME = 'policyholder';
const LABEL = 'Policyholder';

/** A member of the policyholder. */
interface Member {
	/** As XCover calls it. */
	readonly member: string;
	readonly field: INodeProperties;
	/** What it may hold; text of one kind or another where it is left out. */
	read?(value: unknown, timezone: string): Reading<string>;
}

const member = (name: string, label: string, example: string, words: string, read?: Member['read'], more: Partial<INodeProperties> = {}): Member => ({
	member: name,
	field: typedField(name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()), label, `e.g. ${example}`, words, more),
	...(read ? { read } : {}),
});

/** Members of a policyholder, as answers have them (recordings). */
const MEMBERS: readonly Member[] = [
	member('address1', 'Address', '12 Harbour Lane', 'Street and number'),
	member('address2', 'Address Line 2', 'Unit 4', 'What the first line has no room for'),
	member('birth_date', 'Birth Date', '1987-04-19', 'A day as YYYY-MM-DD', (value, timezone) => day(value, timezone)),
	member('city', 'City', 'Brno', 'Town or city'),
	member('company', 'Company', 'Marek s.r.o.', 'Name of the company, where one is insured'),
	member('company_reg_id', 'Company Registration ID', '27082440', 'Under which the company is registered'),
	member('country', 'Country', 'CZ', 'ISO 3166-1, two letters. XCover does not check it, so it is checked here.', country),
	member('email', 'Email', 'ines.marek@example.com', 'Where mail about the booking goes', mailAddress, { placeholder: 'e.g. name@email.com' }),
	member('first_name', 'First Name', 'Ines', 'As on the policy'),
	member('gender', 'Gender', 'female', 'In the word that your policies use'),
	member('last_name', 'Last Name', 'Marek', 'As on the policy'),
	member('middle_name', 'Middle Name', 'Klara', 'As on the policy'),
	member('phone', 'Phone', '+420255501234', 'With + and the code of the country: XCover refuses others', phone),
	member('postcode', 'Postcode', '602 00', 'Of the town or city'),
	member('region', 'Region', 'South Moravia', 'State, province or county'),
	member('secondary_email', 'Secondary Email', 'office@example.com', 'A second address of mail', mailAddress),
];

/** What of the policyholder is set; the rest stays. */
export const policyholderField: INodeProperties = {
	displayName: LABEL,
	name: NAME,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What of the policyholder is to be set; the rest stays. Which of it may be changed depends on the booking: "fields_allowed_to_update".',
	options: MEMBERS.map(({ field }) => field),
};

/** Reads what is given of it, by XCover's names. Faults are noted in `fields`. */
export function readPolicyholder(fields: FieldReader, { timezone }: RunContext): IDataObject {
	const entries = MEMBERS.map(({ member: name, field, read }) => {
		const rules = { label: field.displayName };
		const at = `${NAME}.${field.name}`;
		return [name, read ? fields.optionalKind(at, rules, (value) => read(value, timezone)) : fields.optionalText(at, rules) || undefined];
	});
	return withoutGaps(Object.fromEntries(entries) as object);
}
