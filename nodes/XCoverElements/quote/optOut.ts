import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { path } from '../../../engine/transport/path';
import { contentOf } from '../shared/answers';
import { FOR } from '../shared/family';
import { LABELS, quoteId } from '../shared/fields';
import { checkedOptOut } from '../shared/optedOut';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { DECLINER, personFields, readPerson, type PersonRules } from '../shared/person';

interface Parameters extends Output {
	quoteId: string;
	customer: IDataObject;
}

const CUSTOMER: PersonRules = { family: 'elements', members: DECLINER, needed: ['first_name', 'last_name', 'email', 'country'] };

/** Members of a quote in its small form. */
const QUOTE_FIELDS = ['id', 'provider_reference', 'currency', 'language', 'total_price', 'total_price_formatted', 'expires_at', 'opted_out_at', 'updated_at', 'booking'];

/** Opts out of a quote with a token (ssi/opt-out). Its answer has the time of the opt-out. */
export const optOut: RepeatableOperation<Parameters> = {
	name: 'optOut',
	displayName: 'Opt Out',
	action: 'Opt out of a quote',
	description: 'Tell that the customer bought the main product and declined the insurance. Whether the quote is booked cannot be looked up here: do not send it after a booking',
	...FOR.elements,
	effect: 'repeatable',
	source: { call: 'POST /api/partners/{partner_id}/quotes/{quote_id}/opt-out', standing: 'documented' },
	properties: [quoteId, ...personFields(CUSTOMER, 'the customer'), ...outputFields.properties],
	options: outputFields.options,

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters = { quoteId: fields.code('quoteId', { label: LABELS.quoteId }), customer: readPerson(fields, run, CUSTOMER), ...readOutput(fields) };
		fields.done('The opt-out');
		return parameters;
	},

	request: ({ quoteId: id, customer }) => ({ method: 'POST', path: path`/api/partners/{partner_id}/quotes/${id}/opt-out`, body: { customer } }),
	items: (answer, parameters) => [shown(checkedOptOut(answer, contentOf('elements', answer, 'Opt-Out'), `quote ${parameters.quoteId}`, true), QUOTE_FIELDS, parameters)],
};
