import type { IDataObject } from 'n8n-workflow';

import { creation } from '../shared/creation';
import { actingAs } from '../shared/requestor';
import { TRANSFER } from '../shared/things';

interface Content {
	body: IDataObject;
}

/** Pays money out, `POST /transfers` (documentation/products names it). Its body is not public, and no list shows transfers. */
export const create = creation<Content>({
	action: 'Create a transfer',
	description: 'Pay money out, with a body as Tradevest gave it to you (not documented); the same body is sent at most once',
	source: { call: 'POST /transfers', standing: 'the name only; body and answer are not public' },
	thing: TRANSFER,
	hasExternalId: false,
	hasRequestor: true,
	hasUnknownAnswer: true,
	hints: [{ message: 'Tradevest publishes neither body nor answer of this call: that it was taken shows nothing of the payment. Look at the balance of the account, or ask Tradevest.', type: 'warning' }],
	properties: [
		{
			displayName: 'Tradevest publishes neither body nor answer of this call: it is not confirmed. Try it in the test environment first.',
			name: 'unconfirmedNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			required: true,
			default: '{}',
			placeholder: 'e.g. { "field": "value" }',
			description: 'A JSON object with the fields that Tradevest told you. Write amounts as text or number, as Tradevest wants them: they go out digit by digit. A number in an object that an expression gives is what JavaScript holds of it.',
		},
	],
	read(fields) {
		const body = fields.exactRecord('body', { label: 'Body' }) as IDataObject;
		if (Object.keys(body).length === 0 && !fields.isFaulty) fields.fault('Body', 'must have the fields that Tradevest told you');
		return { body };
	},
	label: () => 'transfer',
	request: ({ body, requestorId }) => ({ method: 'POST', path: '/transfers', body, ...actingAs({ requestorId }) }),
	whereToLook: 'No list of Tradevest shows transfers: look at the balance with Product: Get, in its panel, or ask Tradevest, before it is sent again.',
});
