import { invalid, offerFaults } from '../errors';
import type { SignedDesk } from '../signed/desk';
import { offerAnswer } from '../signed/offerAnswer';
import { numberAt, schemaOf } from '../signed/offerBook';
import type { SignedHandler } from '../types';

/** Makes an offer (od/api/reference/create-offer). Country, currency and language are not looked at (seen). */
export function createOffer({ offers }: SignedDesk): SignedHandler<'createOffer'> {
	return ({ body, query: { include_content: includeContent = true, extra_fields: extraFields = '' } }) => {
		const schema = schemaOf(body.schema);
		if (!schema) return { status: 422, body: invalid({ schema: [`There is no schema ${body.schema}`] }) };
		const missing = schema.required.filter((name) => !(name in body.context));
		if (missing.length > 0) return { status: 422, body: invalid({ context: missing.map((name) => `'${name}' is a required property`) }) };
		if (numberAt(body.context, schema.value) === null) {
			const name = schema.value.at(-1) ?? '';
			return { status: 422, body: offerFaults(schema.products.map(() => `${name}_base calculation failed. Expression: to_policy_currency(${name})`)) };
		}
		return { status: 200, body: offerAnswer(offers.create(body, schema), { includeContent, extraFields: extraFields.split(',') }) };
	};
}
