import { path } from '../../../engine/transport/path';
import { bookingWrite, type Booked } from '../shared/bookedOnce';
import { quotesField, readQuotes } from '../shared/bookedQuotes';
import { LABELS, quoteId } from '../shared/fields';
import { HOLDER, personFields, readPerson, type PersonRules } from '../shared/person';

interface Content extends Booked {
	quoteId: string;
}

const POLICY_HOLDER: PersonRules = { family: 'elements', members: HOLDER.elements, needed: ['first_name', 'last_name', 'email', 'country'] };

/** Books a quote with a token (ssi/create-booking). The policyholder is `policy_holder` here, and `policyholder` where an offer is confirmed. */
export const createBooking = bookingWrite<Content>({
	name: 'createBooking',
	displayName: 'Create Booking',
	action: 'Create a booking from a quote',
	description: 'Turn a quote into a booking, at most once: a quote that is booked already comes out as that booking',
	what: 'quote',
	source: { call: 'POST /api/partners/{partner_id}/quotes/{quote_id}/bookings', standing: 'documented; which fields must be there is not' },
	properties: [quoteId, quotesField('elements'), ...personFields(POLICY_HOLDER, 'the policyholder')],
	read: (fields, run) => ({ quoteId: fields.code('quoteId', { label: LABELS.quoteId }), quotes: readQuotes(fields, run, 'elements'), holder: readPerson(fields, run, POLICY_HOLDER) }),
	label: ({ quoteId: id }) => `quote ${id}`,
	sameAs: ({ quoteId: id }) => id.toLowerCase(),
	request: ({ quoteId: id, quotes, holder }) => ({ method: 'POST', path: path`/api/partners/{partner_id}/quotes/${id}/bookings`, body: { policy_holder: holder, quotes } }),
});
