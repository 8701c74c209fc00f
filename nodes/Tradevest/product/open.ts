import type { FieldReader } from '../../../engine/items/fields';
import { path } from '../../../engine/transport/path';
import type { CustomerProductRequest } from '../shared/contract';
import { creation } from '../shared/creation';
import { customerId, LABELS, readId } from '../shared/fields';
import { alikeIn } from '../shared/lookUps';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { actingAs } from '../shared/requestor';
import { CUSTOMER_PRODUCT } from '../shared/things';
import { customerProducts, PRODUCT_CODES } from './products';

interface Content {
	customer: string;
	productCode: string;
}

function read(fields: FieldReader): Content {
	return { customer: readId(fields, 'customerId', LABELS.customerId), productCode: readOpenChoice(fields, 'productCode', 'Product Code') };
}

/** Opens an account or a wallet, `POST /customers/{customerId}/products` (api-reference/products/customer-products). Tradevest takes no key: a second try opens a second one. */
export const open = creation<Content>({
	name: 'open',
	displayName: 'Open',
	action: 'Open a product',
	description: 'Open an account or a wallet for a customer; where the customer has one of the kind already, nothing is sent unless that is wanted',
	source: { call: 'POST /customers/{customerId}/products', standing: 'documented' },
	thing: CUSTOMER_PRODUCT,
	hasExternalId: false,
	hasRequestor: true,
	properties: [customerId, openChoice('productCode', 'Product Code', PRODUCT_CODES, 'Securities need a depository account and a balance account, crypto assets a currency wallet and a balance account', { required: true })],
	read,
	label: ({ customer, productCode }) => `${productCode} of customer ${customer}`,
	sameAs: ({ customer, productCode }) => [customer.toLowerCase(), productCode],

	request: ({ customer, productCode, requestorId }) => {
		const body = { productCode } as CustomerProductRequest;
		return { method: 'POST', path: path`/customers/${customer}/products`, body, ...actingAs({ requestorId }) };
	},

	lookUp: alikeIn(
		CUSTOMER_PRODUCT,
		({ customer }) => customerProducts(customer),
		(row, { productCode }) => row.productCode === productCode && row.status !== 'CLOSED',
	),
	stopsWhenListed: true,
	whenInTheWay: ({ productCode }) => `The customer has a ${productCode} already. If another one is to be opened, turn on Send Even If Already Sent under Options. Nothing was sent.`,
	whereToLook: 'Look with Product: Get Many.',
});
