import { FieldReader } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { BOOKING_FIELDS, sameBookingIn } from '../shared/answers';
import { oneBooking } from '../shared/bookings';
import { FOR } from '../shared/family';
import { bookingId, readBookingId } from '../shared/fields';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { bookingOf } from './findBooking';

interface Parameters extends Output {
	bookingId: string;
	language: string;
}

const head = {
	name: 'get',
	displayName: 'Get',
	action: 'Get a booking',
	effect: 'read' as const,
	properties: [bookingId, ...outputFields.properties],
};

function read(fields: FieldReader): Parameters {
	const parameters = { bookingId: readBookingId(fields), language: fields.optionalText('options.language', { label: 'Language' }), ...readOutput(fields) };
	fields.done('The request');
	return parameters;
}

/** Reads one booking with a token: no call does, so it is picked from the list (api/manage-booking). */
export const getWithToken: RepeatableOperation<Parameters> = {
	...head,
	...FOR.elements,
	description: 'Get one booking. XCover Elements has no call for one, so it is looked for in the list of all',
	source: { call: 'GET /api/partners/{partner_id}/bookings', standing: 'documented; its paging is not' },
	options: outputFields.options,
	parameters: (reader) => read(new FieldReader(reader)),
	consult: async (parameters, ask) => [shown(await bookingOf('elements', parameters.bookingId, ask), BOOKING_FIELDS.elements, parameters)],
};

/** Reads one booking with a signed request (od/api/reference/modify-booking). */
export const getSigned: RepeatableOperation<Parameters> = {
	...head,
	...FOR.signature,
	description: 'Get one booking, with the state of its policies',
	source: { call: 'GET /partners/{partner_code}/bookings/{booking_id}/', standing: 'documented' },
	options: [...outputFields.options, typedField('language', 'Language', 'e.g. en-us', 'Of texts and links in the answer')],
	parameters: (reader) => read(new FieldReader(reader)),
	request: ({ bookingId: id, language }) => oneBooking(id, language === '' ? {} : { language }),
	items: (answer, parameters) => [shown(sameBookingIn('signature', answer, parameters.bookingId, 'Booking'), BOOKING_FIELDS.signature, parameters)],
};
