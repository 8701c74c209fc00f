import type { ParameterReader } from '../../../engine/operation/operation';
import { getAll as invoices } from '../../../nodes/SrsSips/invoice/getAll';
import { getAll as orders } from '../../../nodes/SrsSips/order/getAll';
import { get as customer } from '../../../nodes/SrsSips/customer/get';
import { getPrices } from '../../../nodes/SrsSips/product/getPrices';
import { getPricesV1 } from '../../../nodes/SrsSips/product/getPricesV1';
import { readOrder } from '../../../nodes/SrsSips/order/orderParameters';
import { readPollParameters } from '../../../nodes/SrsSips/polling/pollParameters';
import { readChange } from '../../../nodes/Su/availability/change';
import { get as reservation } from '../../../nodes/Su/reservation/get';
import { failureOf, fieldsOf, panel, RUN } from '../../support/panels/pure';
import { ORDER } from '../nodes/SrsSips/support';

const PRICES = { customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43', productId: '6000', itemCode: 'DEMSH027', quantity: 1, uom: 'BD' };
const CHANGE = { hotelId: 'H', roomId: 'R', ratePlanId: 'P', from: '2026-03-05', to: '2026-03-05', 'updateFields.closed': false };

/** Every switch that is read from the panel: its label and name, a panel to which it belongs, and what becomes of it. */
const SWITCHES: Array<[label: string, name: string, values: Record<string, unknown>, read: (reader: ParameterReader) => unknown, on: unknown, off: unknown]> = [
	['Stop if a Line Has No Price', 'options.stopWithoutPrice', ORDER, (read) => readOrder(read, RUN).stopWithoutPrice, true, false],
	['Check Against Branch First', 'options.checkFirst', ORDER, (read) => readOrder(read, RUN).checkFirst, true, false],
	['Send Even If Already Sent', 'options.sendAgain', ORDER, (read) => readOrder(read, RUN).sentAgainIn, '1', undefined],
	['Include Invoices', 'filters.includeInvoices', {}, (read) => orders.parameters(read, RUN).body.includeInvoices, 'Y', 'N'],
	['Return All', 'returnAll', {}, (read) => orders.parameters(read, RUN).limit, undefined, 50],
	['Simplify', 'simplify', {}, (read) => invoices.parameters(read, RUN).isSimplified, true, false],
	['Simplify', 'simplify', { customerCode: 'DEMO100' }, (read) => customer.parameters(read, RUN).isSimplified, true, false],
	['Convert Prices to the Unit Asked For', 'options.convertPrices', PRICES, (read) => getPrices.parameters(read, RUN).converts, true, false],
	['Convert Prices to the Unit Asked For', 'options.convertPrices', PRICES, (read) => getPricesV1.parameters(read, RUN).converts, true, false],
	['Report What Is There Already', 'includeExisting', {}, (read) => readPollParameters(read).rules.tellsExisting, true, false],
	['Create Unknown IDs', 'options.createUnknown', CHANGE, (read) => readChange(read, RUN).isUnknownCreated, true, false],
	['Include Card Data', 'options.includeCardData', { hotelId: 'H', bookingId: 'B' }, (read) => reservation.parameters(read, RUN).isCardDataWanted, true, false],
	['Simplify', 'simplify', { hotelId: 'H', bookingId: 'B' }, (read) => reservation.parameters(read, RUN).isSimplified, true, false],
];

describe.each(SWITCHES)('the switch %s (%s)', (label, name, values, read, on, off) => {
	it('counts as text, too, as an expression gives it', () => {
		for (const given of [true, 'true', ' TRUE ', '1']) expect([given, read(panel({ ...values, [name]: given }))]).toEqual([given, on]);
		for (const given of [false, 'false', 'False', '0']) expect([given, read(panel({ ...values, [name]: given }))]).toEqual([given, off]);
	});

	it('is a fault where it is neither', () => {
		for (const given of ['maybe', 'on please', 2, {}, ['true']]) expect(fieldsOf(failureOf(() => read(panel({ ...values, [name]: given }))))).toContain(label);
	});
});

describe('the switch Allow Price 0', () => {
	const change = (given: unknown) => () => readChange(panel({ ...CHANGE, 'updateFields.extraAdultRate': 0, 'options.allowZeroPrice': given }), RUN).ofRatePlan.extraadultrate;

	it('counts as text, too, and is a fault where it is neither', () => {
		expect([change('true')(), change(true)()]).toEqual(['0', '0']);
		for (const given of ['false', false]) expect(fieldsOf(failureOf(change(given)))).toEqual(['Extra Adult Rate']);
		expect(fieldsOf(failureOf(change('maybe')))).toContain('Allow Price 0');
	});
});
