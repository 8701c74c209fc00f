import { codes, errorAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { ErrorAnswer, SuHandler, UserRequest } from '../types';
import type { Users } from '../users';

/** Creates or changes a user (users/global-users, users/chain-users). */
export function saveUser(holdings: Holdings, users: Users): SuHandler<'saveUser'> {
	return ({ body }) => {
		const fault = faultOf(body, (id) => holdings.find(id) !== undefined);
		if (fault) return { status: 400, body: fault };
		users.save(body);
		return { status: 200, body: { Status: 'Success' } };
	};
}

/** The first thing that is wrong. Which comes first, and the words of all but 990, are invented. */
function faultOf({ Email, Phone, Type, Properties = [], ChainID = '', ContactPerson = '' }: UserRequest, isProperty: (id: string) => boolean): ErrorAnswer | undefined {
	if (Type !== 'Global' && Type !== 'Chain') return errorAnswer(codes.badUserType, "User type must be either 'Global' or 'Chain'");
	if (!/^\S+@\S+\.\S+$/.test(Email)) return errorAnswer(codes.badEmail, 'Email: valid email id required');
	if (!/^\+?\d{1,4}$/.test(Phone.CountryCode)) return errorAnswer(codes.badCountryCode, 'CountryCode: valid country code required');
	if (!/^\d+$/.test(Phone.PhoneNumber)) return errorAnswer(codes.badPhone, 'PhoneNumber: valid contact number required');
	if (Type === 'Global') return Properties.length > 0 && Properties.every(isProperty) ? undefined : errorAnswer(codes.badProperties, 'Properties: valid property required');
	if (!/^[A-Za-z0-9]{1,39}$/.test(ChainID)) return errorAnswer(codes.badChain, 'ChainID: must be alphanumeric and less than 40 characters');
	return ContactPerson === '' ? errorAnswer(codes.fieldMissing, 'ContactPerson: is missing') : undefined;
}
