import type { RepeatableOperation } from '../../../engine/operation/operation';
import { FieldReader } from '../../../engine/items/fields';
import { mailAddress } from '../../../engine/fieldKinds/mail';
import { asText, shown, type Reading } from '../../../engine/fieldKinds/reading';
import type { UserRequest } from '../shared/contract';
import { explainRefusal, takenAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { USER_LABELS, userFields } from './userFields';

/** Creates or changes a user of Su's extranet, known by email, `POST users` (users/global-users, users/chain-users). */
export const upsert: RepeatableOperation<UserRequest> = {
	name: 'upsert',
	displayName: 'Create or Update',
	action: 'Create or update a user',
	description: "Create a user of Su's extranet, or change the one that has the email address",
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/users', standing: 'documented; what becomes of properties that are left out of a change is not' },
	properties: userFields,

	parameters(read) {
		const fields = new FieldReader(read);
		const type = fields.oneOf('type', { label: USER_LABELS.type }, ['Global', 'Chain']);
		const user: UserRequest = {
			Name: fields.text('name', { label: USER_LABELS.name }),
			Email: fields.kind('email', { label: USER_LABELS.email }, mailAddress, ''),
			Phone: {
				CountryCode: fields.kind('countryCode', { label: USER_LABELS.countryCode }, countryCode, ''),
				PhoneNumber: fields.kind('phoneNumber', { label: USER_LABELS.phoneNumber }, phoneNumber, ''),
			},
			Status: fields.oneOf('status', { label: USER_LABELS.status }, ['Active', 'Inactive']),
			Type: type,
			...(type === 'Global' ? { Properties: fields.codes('propertyIds', { label: USER_LABELS.propertyIds }) } : readChain(fields)),
		};
		fields.done('The user');
		return user;
	},

	// Su knows a user by the address.
	replaces: { thing: ({ Email }) => Email.toLowerCase() },

	request: (body) => ({ method: 'POST', path: suPath('users'), body }),

	items(answer, { Email, Status, Type }) {
		takenAnswer(answer, 'Users');
		return [{ saved: true, email: Email, status: Status, type: Type }];
	},

	explain: explainRefusal,
};

function readChain(fields: FieldReader): Pick<UserRequest, 'ChainID' | 'ContactPerson'> {
	return {
		ChainID: fields.kind('chainId', { label: USER_LABELS.chainId }, chainId, ''),
		ContactPerson: fields.text('contactPerson', { label: USER_LABELS.contactPerson }),
	};
}

/** As the sample has it, `+64`; the plus may be left out. Su refuses others (code 991). */
function countryCode(value: unknown): Reading<string> {
	const [, digits] = /^\+?(\d{1,4})$/.exec(asText(value) ?? '') ?? [];
	return digits === undefined ? { fault: `${shown(value)} is no country code. Give one such as +64` } : { value: `+${digits}` };
}

/** Digits alone: Su takes no others (code 988). */
function phoneNumber(value: unknown): Reading<string> {
	const digits = (asText(value) ?? '').replace(/[\s-]/g, '');
	return /^\d{1,15}$/.test(digits) ? { value: digits } : { fault: `${shown(value)} is no telephone number without country code. Give digits, such as 211234567` };
}

/** Su takes letters and digits, less than 40 (code 995). */
function chainId(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^[A-Za-z0-9]{1,39}$/.test(text) ? { value: text } : { fault: `${shown(value)} is no chain ID. Give letters and digits, less than 40` };
}
