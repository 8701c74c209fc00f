import { customerMatch, mayBeOfCustomer, type CustomerMatch } from '../../../../../nodes/SrsSips/shared/customerMatch';
import { searchOrders } from '../../../../../nodes/SrsSips/order/orderSearch';
import { isChosen, listedOrders, readInvoiceRow } from '../../../../../nodes/SrsSips/polling/listedRows';
import { WaitingOrders } from '../../../../../nodes/SrsSips/polling/waitingOrders';
import type { WaitingOrder } from '../../../../../nodes/SrsSips/polling/pollState';
import { answer } from '../../../../support/panels/pure';

describe('whose a row is', () => {
	it.each<[string, string | null, string[], string, CustomerMatch, boolean]>([
		['the code', 'DEMO100', [], 'DEMO100', 'same', true],
		['the code in small letters', ' demo100 ', [], 'DEMO100', 'same', true],
		['another code', 'DEMO200', [], 'DEMO100', 'other', false],
		['another code of digits', '004711', [], 'DEMO100', 'other', false],
		['the code, and another number', 'DEMO100', ['OTHER99'], 'DEMO100', 'same', true],
		['another code, and this number', 'OTHER99', ['DEMO100'], 'DEMO100', 'other', false],
		['the code as a number', null, ['demo100'], 'DEMO100', 'same', true],
		['the code as one of two numbers', null, ['50123', 'DEMO100'], 'DEMO100', 'same', true],
		['a number that is spelt as a code', null, ['OTHER99'], 'DEMO100', 'otherNumber', false],
		['two of them', null, ['OTHER99', 'OTHER98'], 'DEMO100', 'otherNumber', false],
		['one of them, and digits', null, ['50123', 'OTHER99'], 'DEMO100', 'otherNumber', false],
		['digits, against letters', null, ['50123'], 'DEMO100', 'unsure', true],
		['a number with a dash', null, ['A-9'], 'DEMO100', 'unsure', true],
		['a single letter before digits', null, ['C50123'], 'DEMO100', 'unsure', true],
		['a name', null, ['Demo Roofing'], 'DEMO100', 'unsure', true],
		['other digits, against digits: SIPS may number customers in two ways', null, ['50123'], '004711', 'unsure', true],
		['letters, against digits', null, ['OTHER99'], '004711', 'unsure', true],
		['nothing', null, [], 'DEMO100', 'unnamed', true],
	])('is told by %s', (_what, customerCode, customerNumbers, wanted, match, passes) => {
		expect(customerMatch({ customerCode, customerNumbers }, wanted)).toBe(match);
		expect(mayBeOfCustomer({ customerCode, customerNumbers }, wanted)).toBe(passes);
	});

	it('matters to no filter that is empty', () => {
		expect(mayBeOfCustomer({ customerCode: 'OTHER99', customerNumbers: ['OTHER99'] }, '')).toBe(true);
	});
});

describe('a filter by customer', () => {
	const rows = [{ customerNumber: 'OTHER99' }, { accountNumber: 'OTHER99' }, { customerNumber: 50123 }, { customerNumber: 0 }, { customerNumber: 'DEMO100' }, {}];

	it('leaves out another customer in Find, and lets through what cannot be said', async () => {
		const listed = rows.map((row, at) => ({ orderId: at, PONumber: '1001', ...row }));
		const found = await searchOrders({ by: 'poNumber', value: '1001', customerCode: 'DEMO100', fromDate: undefined }, async () => answer(listed));
		expect(found.map(({ row }) => row.orderId)).toEqual(['2', '3', '4', '5']);
	});

	it('does the same for invoices', () => {
		const wanted = { customerCode: 'DEMO100', branchCode: '', poNumberPrefix: '' };
		expect(rows.map((row) => isChosen(readInvoiceRow(row), wanted))).toEqual([false, false, true, true, true, true]);
	});

	it('does the same for a queued order that Order Watch waits for', () => {
		const waiting: WaitingOrder = {
			transactionId: 't-1', poNumber: '1001', orderId: null, customerCode: 'DEMO100', branchCode: null, queueId: 'Q-1', queuedAt: Date.UTC(2026, 2, 2), phase: 'waiting', isNamed: false,
		};
		const inDoubt = rows.map((row) => {
			const filters = { customerCode: '', branchCode: '', poNumberPrefix: '' };
			const { seen } = listedOrders([{ orderId: 7, PONumber: '1001', ...row }], filters, { day: 20_514, timezone: 'America/New_York' });
			return new WaitingOrders(new Map([['t:t-1', waiting]]), new Map()).take(seen[0]!, undefined).isInDoubt;
		});
		expect(inDoubt).toEqual([false, false, true, true, true, true]);
	});
});
