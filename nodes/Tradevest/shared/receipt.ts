import { FieldReader } from '../../../engine/items/fields';
import { binaryPropertyName } from '../../../engine/items/outputFile';
import type { FileRequest, RepeatableOperation } from '../../../engine/operation/operation';
import { explainRefusal } from './refusal';
import type { Thing } from './things';
import { orderId, readOrderId } from './trade';

interface Parameters {
	id: string;
	binaryPropertyName: string;
}

/** The operation Download Receipt of an order. Of what type the file is, and from when on there is one, is not documented. */
export function receipt(order: Thing, source: RepeatableOperation<Parameters>['source']): RepeatableOperation<Parameters> & FileRequest<Parameters> {
	return {
		name: 'downloadReceipt',
		displayName: 'Download Receipt',
		action: `Download the receipt of a ${order.what}`,
		description: 'Download the receipt of an order as a file',
		effect: 'read',
		source,
		properties: [orderId, binaryPropertyName],

		parameters(read) {
			const fields = new FieldReader(read);
			const parameters = { ...readOrderId(fields), binaryPropertyName: fields.code(binaryPropertyName.name, { label: binaryPropertyName.displayName }) };
			fields.done('The request');
			return parameters;
		},

		file: {
			request: ({ id }) => ({ method: 'GET', path: `${order.one(id)}/receipt` }),
			wanted: ({ id, binaryPropertyName: property }) => ({ what: 'Order Receipt', baseName: `receipt-${id}`, property, json: { orderId: id } }),
		},
		explain: explainRefusal,
	};
}
