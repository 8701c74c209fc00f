import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { isObject } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { orderTemplatesRequest } from '../shared/listRequests';
import { customerCode } from '../shared/fields';
import { templateUnit } from '../shared/productFields';

interface Parameters {
	customerCode: string;
	limit: number | undefined;
}

/** Order Templates (V2), `GET /customers/v2/orderTemplates/{customerCode}` (ordertemplates-21007379e0). */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many order templates',
	description: 'List the order templates of a customer in Roof Hub, with their products',
	effect: 'read',
	source: { call: 'GET /customers/v2/orderTemplates/{customerCode}', standing: 'documented' },
	properties: [customerCode, ...listSize],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			customerCode: fields.code('customerCode', { label: 'Customer Code' }),
			limit: fields.limit(),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ customerCode: code }) => orderTemplatesRequest(code),

	items: (answer, { customerCode: code, limit }) =>
		atMost(listAnswer(answer, 'Order Templates'), limit).map((template) => ({
			customerCode: code,
			...template,
			products: Array.isArray(template.products) ? (template.products as unknown[]).filter(isObject).map(withUnit) : [],
		})),

	explain(failure, { customerCode: code }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			message: `No order templates for customer ${code}: ${failure.message}`,
			advice: 'Check Customer Code with Customer: Validate. Templates are made in Roof Hub.',
		});
	},
};

function withUnit(product: IDataObject): IDataObject {
	return { ...product, defaultUom: templateUnit(product) ?? null };
}
