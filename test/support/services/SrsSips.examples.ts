import type { INodeParameters } from 'n8n-workflow';

import { orderParameters } from '../e2e/singleNode';

/** PO number of the order that the examples read. It is placed first. */
export const EXAMPLE_PO = 'EXAMPLE-1';
/** The first number that a new sandbox gives an order. */
export const EXAMPLE_ORDER_ID = '41200001';

const CUSTOMER = { customerCode: 'DEMO100' };
const BRANCH = { branchCode: 'SBDEN' };
const WHERE = { ...CUSTOMER, ...BRANCH, jobAccountNumber: '43' };
const ORDER = { orderId: EXAMPLE_ORDER_ID };
const INVOICE = { invoiceNumber: '0041200001-001' };
const ALL = { returnAll: true };
const order = without(orderParameters({ poNumber: EXAMPLE_PO }) as INodeParameters, 'resource', 'operation');
const orderV1 = without(order, 'branchCode', 'jobAccountNumber', 'lineSource', 'linesJson');

/**
 * Every operation of SRS SIPS, filled in so that it works in the sandbox once the example order is placed and has run its
 * course. An operation that is not here fails the tests that go over all of them.
 */
export const EXAMPLES: Readonly<Record<string, INodeParameters>> = {
	'branch.get': BRANCH,
	'branch.getAll': ALL,
	'branch.getAllForCustomer': { ...CUSTOMER, ...ALL },
	'branch.getItems': { ...BRANCH, ...ALL },
	'branch.getNearest': { ...CUSTOMER, ...ALL },
	'branch.getProducts': { ...BRANCH, ...ALL, simplify: false },
	'customer.get': { ...CUSTOMER, simplify: false },
	'customer.getShipToAddresses': { ...CUSTOMER, ...ALL },
	'customer.validate': { ...CUSTOMER, proof: 'integrationKey', integrationKey: 'RDG100', simplify: false },
	'delivery.get': ORDER,
	'delivery.getAll': { ...ALL, filters: { customerCode: 'DEMO100' } },
	'delivery.getCoordinates': ORDER,
	'delivery.getProof': { ...ORDER, binaryPropertyName: 'data' },
	'invoice.download': { ...INVOICE, binaryPropertyName: 'data' },
	'invoice.get': { ...INVOICE, simplify: false },
	'invoice.getAll': { ...ALL, filters: { customerCode: 'DEMO100' }, simplify: false },
	'order.find': { findBy: 'poNumber', poNumber: EXAMPLE_PO },
	'order.get': ORDER,
	'order.getAll': { ...ALL, filters: { poNumber: EXAMPLE_PO } },
	'order.getStatus': { findBy: 'orderId', ...ORDER },
	'order.preview': { ...order, poNumber: 'EXAMPLE-2' },
	'order.reconcile': { findBy: 'poNumber', poNumber: EXAMPLE_PO, linesJson: [{ productId: 6000, option: 'Black Shadow', quantity: 13, uom: 'BD', price: 32.57 }] },
	'order.submit': { ...order, poNumber: 'EXAMPLE-3' },
	'order.submitV1': {
		...orderV1, poNumber: 'EXAMPLE-4', branchId: '301', shipToSequenceNumber: '1',
		linesV1Json: [{ itemCode: 'RIDSHI000BLAC', option: 'Black Shadow', quantity: 12, uom: 'BD', customerItem: 'SH-1' }],
	},
	'orderTemplate.getAll': { ...CUSTOMER, ...ALL },
	'orderTemplate.getAllV1': { ...CUSTOMER, ...ALL },
	'product.convertItems': { branchId: '301', itemCodes: 'Ridgeway Heritage Shingles\nUNKNOWN CAULK' },
	'product.convertUnits': { itemCode: 'RIDSHI000BLAC' },
	'product.getByItemCodes': { ...BRANCH, itemCodes: 'RIDSHI000BLAC, NOTTHERE' },
	'product.getCatalog': { ...ALL, simplify: false },
	'product.getPrices': { ...WHERE, productId: '6000', option: 'Black Shadow', quantity: 3, uom: 'BD', simplify: false },
	'product.getPricesV1': { ...CUSTOMER, ...BRANCH, itemCode: 'RIDSHI000BLAC', option: 'Black Shadow', quantity: 3, uom: 'BD', shipToSequenceNumber: '1', simplify: false },
	'product.match': {
		...BRANCH, lineSource: 'json', branchId: '301',
		linesJson: [
			{ text: 'Ridgeway Heritage HP shingles', quantity: 24.33, unit: 'SQ', color: 'Country Gray', code: 'SH-01' },
			{ text: 'Ridgeway starter strip 105 LF', quantity: 7, unit: 'bdl', color: '', code: '' },
			{ text: 'Metalane drip edge 2" x 10\'', quantity: 20, unit: 'pc', color: '', code: '' },
		],
		options: { customerCode: 'DEMO100', jobAccountNumber: '43' },
	},
	'product.recommendColors': { bodyJson: '{"productId": 6000, "branchCode": "SBDEN", "selectedOption": "Black Shadow"}' },
};

function without(parameters: INodeParameters, ...names: string[]): INodeParameters {
	return Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)));
}
