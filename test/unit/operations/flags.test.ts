import type { ParameterReader } from '../../../engine/operation/operation';
import { getAll as invoices } from '../../../nodes/SrsSips/invoice/getAll';
import { getAll as orders } from '../../../nodes/SrsSips/order/getAll';
import { get as customer } from '../../../nodes/SrsSips/customer/get';
import { getPrices } from '../../../nodes/SrsSips/product/getPrices';
import { getPricesV1 } from '../../../nodes/SrsSips/product/getPricesV1';
import { readOrder } from '../../../nodes/SrsSips/order/orderParameters';
import { readPollParameters } from '../../../nodes/SrsSips/polling/pollParameters';
import { readChange } from '../../../nodes/Su/availability/change';
import { readChannelChange } from '../../../nodes/Su/availability/channelChange';
import { readChannelRules } from '../../../nodes/Su/availability/channelRules';
import { get as held } from '../../../nodes/Su/availability/get';
import { getMappings } from '../../../nodes/Su/channel/getMappings';
import { getRatePlans } from '../../../nodes/Su/channel/getRatePlans';
import { deactivate } from '../../../nodes/Su/property/deactivate';
import { acceptRequest } from '../../../nodes/Su/reservation/acceptRequest';
import { deleteProperty } from '../../../nodes/Su/property/delete';
import { get as reservation } from '../../../nodes/Su/reservation/get';
import { getAll as reviews } from '../../../nodes/Su/review/getAll';
import { failureOf, fieldsOf, panel, RUN } from '../../support/panels/pure';
import { ORDER } from '../nodes/SrsSips/support';

const PRICES = { customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43', productId: '6000', itemCode: 'DEMSH027', quantity: 1, uom: 'BD' };
const CHANGE = { hotelId: 'H', roomId: 'R', ratePlanId: 'P', from: '2026-03-05', to: '2026-03-05', 'updateFields.closed': false };
const FOR_CHANNEL = { hotelId: 'H', roomId: 'R', ratePlanId: 'P', channelId: '19', from: '2026-03-05', to: '2026-03-06', roomsToSell: 1 };
const RULES = { hotelId: 'H', roomId: 'R', ratePlanId: 'P', from: '2026-03-05', to: '2026-03-06', appliesTo: 'rates', change: 'remove' };

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
	['Su Counts the Last Day', 'options.lastDayCounted', FOR_CHANNEL, (read) => readChannelChange(read, RUN).days.to, '2026-03-06', '2026-03-07'],
	['Check IDs First', 'options.checkIds', FOR_CHANNEL, (read) => readChannelChange(read, RUN).checksIds, true, false],
	['Check IDs First', 'options.checkIds', RULES, (read) => readChannelRules(read, RUN).checksIds, true, false],
	['Simplify', 'simplify', { hotelId: 'H', period: 'days', from: '2026-03-05', to: '2026-03-06' }, (read) => held.parameters(read, RUN).isSimplified, true, false],
	['Simplify', 'simplify', { hotelId: 'H' }, (read) => getMappings.parameters(read, RUN).isSimplified, true, false],
	['Simplify', 'simplify', { hotelId: 'H', channelId: '19', channelHotelId: '1' }, (read) => getRatePlans.parameters(read, RUN).isSimplified, true, false],
	['Force Deactivation', 'options.forceDeactivation', { hotelId: 'H', confirmHotelId: 'H' }, (read) => deactivate.parameters(read, RUN).isForced, true, false],
	['Send Even If Already Sent', 'options.sendAgain', { bookingId: 'B' }, (read) => acceptRequest.parameters(read, RUN).sentAgainIn, '1', undefined],
	['Force Deletion', 'options.forceDeletion', { hotelId: 'H', confirmHotelId: 'H' }, (read) => deleteProperty.parameters(read, RUN).isForced, true, false],
	['Include Card Data', 'options.includeCardData', { hotelId: 'H', bookingId: 'B' }, (read) => reservation.parameters(read, RUN).isCardDataWanted, true, false],
	['Simplify', 'simplify', { hotelId: 'H', bookingId: 'B' }, (read) => reservation.parameters(read, RUN).isSimplified, true, false],
	['Simplify', 'simplify', { hotelId: 'H' }, (read) => reviews.parameters(read, RUN).isSimplified, true, false],
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
