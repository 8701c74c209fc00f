import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { path } from '../../../engine/transport/path';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject } from '../../../engine/values';
import { detailsAnswer } from '../shared/answers';
import { checkRequestedId } from '../shared/requestedId';
import { MAIN_INVOICE_FIELDS } from './invoiceFields';
import { readInvoiceNumber } from '../shared/invoiceNumber';
import { invoiceNumber } from '../shared/fields';
import { SIPS } from '../shared/sips';

interface Parameters {
	invoiceNumber: string;
	isSimplified: boolean;
}

/**
 * Invoice Details, `GET /invoices/{invoiceNumber}` (invoice-details-21007516e0). The header is documented; the copy seen ends
 * before the lines, so those come out with Simplify off, as SIPS sends them.
 */
export const get: RepeatableOperation<Parameters> = {
	name: 'get',
	displayName: 'Get',
	action: 'Get an invoice',
	description: 'Read amounts, date and payment status of an invoice; its lines with Simplify off',
	effect: 'read',
	source: { call: 'GET /invoices/{invoiceNumber}', standing: 'documented; the invoice lines are not in the copy seen' },
	properties: [invoiceNumber, simplify],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = { invoiceNumber: readInvoiceNumber(fields), isSimplified: isSimplified(fields) };
		fields.done('The request');
		return parameters;
	},

	request: ({ invoiceNumber: number }) => ({ method: 'GET', path: path`/invoices/${number}` }),

	items(answer, { invoiceNumber: number, isSimplified: isSmall }) {
		const what = 'Invoice Details';
		const body = detailsAnswer(answer, what);
		const header = isObject(body.invoiceHeader) ? body.invoiceHeader : body;
		// Something else came, and an invoice without a single field of one would be made up.
		if (!MAIN_INVOICE_FIELDS.some((name) => Object.hasOwn(header, name))) throw unusableAnswer(SIPS, answer, what, 'an invoice');
		checkRequestedId(body, 'invoiceNumber', number, what);
		return [{ invoiceNumber: number, ...(isSmall ? fieldsOf(header, MAIN_INVOICE_FIELDS) : body) }];
	},

	explain(failure, { invoiceNumber: number }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			message: `No invoice ${number}: ${failure.message}`,
			advice: 'Check Invoice Number with Invoice: Get Many, and that it belongs to the environment of the credential.',
		});
	},
};
