import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { ExactNumber } from '../../../engine/http/exactNumber';
import { CASH, cashProduct, readCashProduct } from '../shared/trade';
import { submission } from '../shared/submission';

const LONGEST_REFERENCE = 140;

interface Content {
	cash: string;
	amount: string;
	reference: string;
}

/** Pays money in, in the test environment, `POST /transfers-test/incoming-transfer` (transfers/create-incoming-test-transfer). */
export const simulateIncoming = submission<Content>({
	name: 'simulateIncoming',
	displayName: 'Simulate Incoming',
	action: 'Simulate an incoming transfer',
	description: 'Pay money into an account of the test environment; there is no such call in production',
	source: { call: 'POST /transfers-test/incoming-transfer', standing: 'documented, for the test environment' },
	what: 'test deposit',
	properties: [
		cashProduct,
		{ displayName: 'Amount', name: 'amount', type: 'string', required: true, default: '', placeholder: 'e.g. 250.00', description: 'In euros, with a point before the decimals' },
		{ displayName: 'Reference', name: 'reference', type: 'string', required: true, default: '', placeholder: 'e.g. First deposit', description: 'At most 140 characters' },
	],
	hasRequestor: false,
	read: (fields) => ({
		cash: readCashProduct(fields),
		amount: fields.kind('amount', { label: 'Amount' }, (value) => exactDecimal(value, { decimals: 2 }), ''),
		reference: fields.text('reference', { label: 'Reference', longest: LONGEST_REFERENCE }),
	}),
	request: ({ cash, amount, reference }) => ({ method: 'POST', path: '/transfers-test/incoming-transfer', body: { customerProductId: cash, amount: new ExactNumber(amount), reference } }),
	label: ({ amount, cash }) => `${amount} EUR to ${cash}`,
	ids: ({ cash, amount }) => ({ [CASH.name]: cash, amount }),
	whereToLook: 'Look at the balance with Product: Get.',
});
