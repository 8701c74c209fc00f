import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { listAnswer } from '../shared/answers';
import type { PriceLine, Unproven } from '../shared/contract';
import { priceOf } from '../shared/price/price';
import { priceHints } from '../shared/price/priceHints';
import { matchedLines } from '../shared/price/priceLines';
import { arePricesConverted, convertedPrice, convertPrices } from '../shared/price/pricePerUnit';
import { priceRequest } from '../shared/price/priceRequest';
import { customerBranchCode, customerCode, jobAccountNumber, option, productId, uom } from '../shared/fields';
import { NO_OPTION } from '../shared/sips';
import { unitCode } from '../shared/unitCode';

interface Parameters {
	sourceSystem: string;
	customerCode: string;
	branchCode: string;
	jobAccountNumber: number;
	transactionId: string;
	productId: number;
	productName: string;
	option: string;
	quantity: number;
	uom: string;
	converts: boolean;
	isSimplified: boolean;
}

/**
 * Price (V2), `POST /products/v2/price` (v2price-21007556e0, price-32656412e0). One item asks for one product; items of
 * the same customer, branch and job account share a request.
 */
export const getPrices: RepeatableOperation<Parameters> = {
	name: 'getPrices',
	displayName: 'Get Prices',
	action: 'Get prices of products',
	description: 'Get the price of a product for this customer at this branch; items share requests',
	effect: 'read',
	source: { call: 'POST /products/v2/price', standing: 'documented; which fields are required is not' },

	properties: [
		customerCode,
		customerBranchCode,
		jobAccountNumber,
		productId,
		option,
		{
			displayName: 'Quantity',
			name: 'quantity',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 1,
			description: 'How many units the price is asked for',
		},
		uom,
		simplify,
	],
	options: [
		convertPrices,
		{
			displayName: 'Product Name',
			name: 'productName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Ridgeway Heritage Shingles',
			description: 'Sent along with the product number',
		},
		{
			displayName: 'Transaction ID',
			name: 'transactionId',
			type: 'string',
			default: '',
			placeholder: 'e.g. QUOTE-7731',
			description: 'Free text that SIPS gives back; all items of a request must share it. Empty means one that is made from the request.',
		},
	],

	parameters(read, { credentials }) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			sourceSystem: String(credentials.sourceSystem ?? ''),
			customerCode: fields.code('customerCode', { label: 'Customer Code' }),
			branchCode: fields.code('branchCode', { label: 'Branch Code' }),
			jobAccountNumber: fields.wholeNumber('jobAccountNumber', { label: 'Job Account Number' }),
			transactionId: fields.optionalText('options.transactionId', { label: 'Transaction ID' }),
			productId: fields.wholeNumber('productId', { label: 'Product ID', least: 1 }),
			productName: fields.optionalText('options.productName', { label: 'Product Name' }),
			option: fields.optionalText('option', { label: 'Option' }) || NO_OPTION,
			quantity: fields.positiveNumber('quantity', { label: 'Quantity' }),
			uom: unitCode(fields.code('uom', { label: 'Unit of Measure' })),
			converts: arePricesConverted(fields),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	batch: {
		// No limit is documented. 100 lines are as many as a big order has, and make 1,000 items ten requests.
		defaultSize: 100,
		key: (p) => JSON.stringify([p.sourceSystem, p.customerCode, p.branchCode, p.jobAccountNumber, p.transactionId]),
		request: (batch) => priceRequest(batch[0]!, batch),
		deal(answer, batch) {
			const lines = listAnswer(answer, 'Price');
			return matchedLines(batch, lines).map((line, at) => [priced(batch[at]!, line)]);
		},
	},

	explain(failure, { productId, branchCode: branch, option, uom }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			message: `No price for product ${productId} (${option}, ${uom}) at branch ${branch}: ${failure.message}`,
			advice:
				'Check that Branch: Get Active Products lists this product for the branch with this option and unit, and that the job account belongs to the customer there.',
		});
	},

	hints: priceHints,
};

/** What matters most of a price line, beside what was asked for and the price itself. A price without its unit is none. */
const MAIN_FIELDS = ['availableStatus', 'priceUOM'];

function priced(asked: Parameters, line: Unproven<PriceLine> | undefined): IDataObject {
	const { productId, option, quantity, uom } = asked;
	const about = { customerCode: asked.customerCode, branchCode: asked.branchCode, jobAccountNumber: asked.jobAccountNumber };
	const { pricePerUnit, priceInferred, ...shown } = convertedPrice(priceOf(line, quantity, uom), line, quantity, uom, asked.converts);
	// Simplified, the message says what is inferred.
	const price = { productId, option, quantity, uom, ...shown, ...(asked.isSimplified ? {} : { pricePerUnit, priceInferred }) };
	return {
		// First, to be seen first in n8n's tables; and last, whatever SIPS calls by the same names.
		...price,
		...(asked.isSimplified ? {} : about),
		...fieldsOf(line ?? {}, asked.isSimplified ? MAIN_FIELDS : undefined),
		...(asked.isSimplified ? {} : { productName: line?.productName ?? asked.productName }),
		...price,
	};
}
