import { deriveTransactionId, type OrderIdentity } from '../../../../../nodes/SrsSips/order/transactionId';
import { order } from '../support';

const IDENTITY: OrderIdentity = {
	customerCode: 'DEMO100',
	branchCode: 'SBDEN',
	poNumber: '7731-2',
	lines: [{ productId: 6000, option: 'Black Shadow', quantity: 30, uom: 'BD' }, { productId: 6040, option: 'N/A', quantity: 1, uom: 'EA' }],
};
const [FIRST, SECOND] = IDENTITY.lines as [OrderIdentity['lines'][number], OrderIdentity['lines'][number]];

describe('the transaction id of an order', () => {
	it('has the shape of a UUID, version 8', () => {
		expect(deriveTransactionId(IDENTITY)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	});

	it('is the same in every run and every version: stored orders are known by it', () => {
		expect(deriveTransactionId(IDENTITY)).toBe(deriveTransactionId(structuredClone(IDENTITY)));
		expect(deriveTransactionId({ customerCode: 'A', branchCode: 'B', poNumber: 'C', lines: [] })).toBe('637dd013-f59d-8065-8e48-8f33f37657ac');
	});

	it('does not depend on the order in which keys were written', () => {
		const turned = { lines: IDENTITY.lines.map(({ productId, option, quantity, uom }) => ({ uom, quantity, option, productId })), poNumber: '7731-2', branchCode: 'SBDEN', customerCode: 'DEMO100' };
		expect(deriveTransactionId(turned)).toBe(deriveTransactionId(IDENTITY));
	});

	it('takes no notice of capitals in codes', () => {
		expect(deriveTransactionId({ ...IDENTITY, customerCode: 'demo100', branchCode: 'sbden' })).toBe(deriveTransactionId(IDENTITY));
	});

	it('takes no notice of capitals and blanks in options and units, nor of the order of lines', () => {
		const lines = [{ ...SECOND, option: ' n/a' }, { ...FIRST, option: 'black  shadow', uom: 'bd ' }];
		expect(deriveTransactionId({ ...IDENTITY, lines })).toBe(deriveTransactionId(IDENTITY));
	});

	it('of an order from a template is that of the template and its changes, whatever products it has at the moment', () => {
		const change = { productId: 6000, option: '', quantity: 12, uom: '' };
		const ofTemplate = (lines: OrderIdentity['lines'], changes = [change], templateId = '410') => deriveTransactionId({ ...IDENTITY, lines, template: { templateId, changes } });
		expect(ofTemplate([])).toBe(ofTemplate(IDENTITY.lines));
		expect(new Set([ofTemplate([]), ofTemplate([], []), ofTemplate([], [{ ...change, quantity: 13 }]), ofTemplate([], [change], '411'), deriveTransactionId(IDENTITY)]).size).toBe(5);
	});

	it.each<[string, Partial<OrderIdentity>]>([
		['customer', { customerCode: 'DEMO200' }],
		['branch', { branchCode: 'SBDAL' }],
		['PO number', { poNumber: '7731-3' }],
		['product', { lines: [{ ...FIRST, productId: 6001 }, SECOND] }],
		['colour', { lines: [{ ...FIRST, option: 'White' }, SECOND] }],
		['quantity', { lines: [{ ...FIRST, quantity: 31 }, SECOND] }],
		['unit', { lines: [{ ...FIRST, uom: 'SQ' }, SECOND] }],
		['number of lines', { lines: [FIRST] }],
		['doubled line', { lines: [FIRST, SECOND, SECOND] }],
	])('is another one with another %s', (_name, change) => {
		expect(deriveTransactionId({ ...IDENTITY, ...change })).not.toBe(deriveTransactionId(IDENTITY));
	});

	it('does not run values together', () => {
		expect(deriveTransactionId({ ...IDENTITY, customerCode: 'DEMO1', branchCode: '00SBDEN' })).not.toBe(deriveTransactionId(IDENTITY));
	});

	it('stays the same where only address, phone, price or date are corrected', () => {
		const corrected = order({ shipToCity: 'Boulder', customerContactPhone: '7205550100', expectedDeliveryDate: '2026-04-01', 'options.notes': 'x' });
		expect(corrected.transactionId).toBe(order().transactionId);
	});
});
