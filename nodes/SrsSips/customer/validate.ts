import { Failure } from '../../../engine/failure';
import { FieldReader } from '../../../engine/items/fields';
import { hintAbout } from '../../../engine/operation/hintAbout';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { detailsAnswer } from '../shared/answers';
import { checkRequestedId } from '../shared/requestedId';
import type { Unproven, ValidatedCustomer } from '../shared/contract';
import { readTotal } from '../shared/price/price';
import { customerCode } from '../shared/fields';
import { SIPS } from '../shared/sips';

interface Parameters {
	customerCode: string;
	integrationKey: string;
	invoiceNumber: string;
	invoiceDate: string | undefined;
	billedAmount: number | undefined;
	whenNotValid: 'stop' | 'output';
	isSimplified: boolean;
}

/**
 * Validate Customer, `GET /customers/validate/` (validate-customer-21007416e0). Orders need a validated customer.
 * A customer that is not valid is answered with status 200 and `validIndicator: "N"`.
 */
export const validate: RepeatableOperation<Parameters> = {
	name: 'validate',
	displayName: 'Validate',
	action: 'Validate a customer',
	description: 'Check that a contractor has an account at SRS and may order',
	effect: 'read',
	source: { call: 'GET /customers/validate/', standing: 'documented; two guides show another form' },

	properties: [
		customerCode,
		{
			displayName: 'Proof',
			name: 'proof',
			type: 'options',
			options: [
				{ name: 'Integration Key', value: 'integrationKey', description: 'From Roof Hub, More > Integrations' },
				{ name: 'Invoice', value: 'invoice', description: 'Facts of a recent invoice' },
				{ name: 'None', value: 'none', description: 'The customer was linked before' },
			],
			default: 'none',
			description: 'How the contractor proves that the account is theirs. Needed once for each contractor.',
		},
		{
			displayName: 'Integration Key',
			name: 'integrationKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { proof: ['integrationKey'] } },
			description: 'Short key that the contractor copies from Roof Hub under More > Integrations',
		},
		{
			displayName: 'Invoice Number',
			name: 'invoiceNumber',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 0019073403-001',
			displayOptions: { show: { proof: ['invoice'] } },
			description: 'Number of a recent invoice of this customer',
		},
		{
			displayName: 'Invoice Date',
			name: 'invoiceDate',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			displayOptions: { show: { proof: ['invoice'] } },
			description: 'Date of that invoice. Give the date, the amount, or both.',
		},
		{
			displayName: 'Billed Amount',
			name: 'billedAmount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1105.00',
			displayOptions: { show: { proof: ['invoice'] } },
			description: 'Total of that invoice',
		},
		simplify,
	],
	options: [
		{
			displayName: 'When Not Valid',
			name: 'whenNotValid',
			type: 'options',
			options: [
				{ name: 'Output With Valid Set to False', value: 'output' },
				{ name: 'Stop With an Error', value: 'stop' },
			],
			default: 'stop',
			description: 'What to do with a customer that SIPS reports as not valid',
		},
	],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const proof = fields.oneOf('proof', { label: 'Proof' }, ['none', 'integrationKey', 'invoice']);
		const byKey = proof === 'integrationKey';
		const byInvoice = proof === 'invoice';
		const parameters: Parameters = {
			customerCode: fields.code('customerCode', { label: 'Customer Code' }),
			integrationKey: byKey ? fields.code('integrationKey', { label: 'Integration Key' }) : '',
			invoiceNumber: byInvoice ? fields.code('invoiceNumber', { label: 'Invoice Number' }) : '',
			invoiceDate: byInvoice ? fields.optionalDay('invoiceDate', { label: 'Invoice Date' }, timezone) : undefined,
			billedAmount: byInvoice ? readTotal(fields, 'billedAmount', 'Billed Amount') : undefined,
			whenNotValid: fields.oneOf('options.whenNotValid', { label: 'When Not Valid' }, ['stop', 'output']),
			isSimplified: isSimplified(fields),
		};
		if (byInvoice && parameters.invoiceDate === undefined && parameters.billedAmount === undefined) {
			fields.fault('Invoice Date or Billed Amount', 'one of the two is needed to prove the invoice');
		}
		fields.done('The request');
		return parameters;
	},

	request({ customerCode: accountNumber, integrationKey, invoiceNumber, invoiceDate, billedAmount }) {
		return {
			method: 'GET',
			path: '/customers/validate/',
			query: {
				accountNumber,
				...(integrationKey ? { integrationKey } : {}),
				...(invoiceNumber ? { invoiceNumber } : {}),
				...(invoiceDate ? { invoiceDate } : {}),
				...(billedAmount === undefined ? {} : { billedAmount }),
			},
			secrets: [integrationKey],
		};
	},

	items(answer, parameters) {
		const answered = detailsAnswer(answer, 'Validate Customer');
		checkRequestedId(answered, 'accountNumber', parameters.customerCode, 'Validate Customer');
		const customer: Unproven<ValidatedCustomer> = answered;
		const valid = isValid(customer.validIndicator);
		if (valid === undefined) throw unreadable();
		if (!valid && parameters.whenNotValid === 'stop') throw notValid(parameters);
		return [{ ...fieldsOf(customer, parameters.isSimplified ? MAIN_FIELDS : undefined), customerCode: parameters.customerCode, valid }];
	},

	hints: (outcomes) => hintAbout(outcomes, ({ valid }) => valid === false, (howMany) => ({ message: `Not valid at SRS (valid): ${howMany}. An order needs a valid customer.`, type: 'warning' })),

	explain(failure, parameters) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			kind: 'notFound',
			message: `Customer ${parameters.customerCode} could not be validated: ${failure.message}`,
			advice: `Check Customer Code and the proof. The code is the contractor's account number at SRS, in the environment of the credential.`,
		});
	},
};

/** What matters most of a validated customer. */
const MAIN_FIELDS = ['validIndicator', 'customerId', 'customerName', 'homeBranchId', 'customerCity', 'customerState', 'customerZipCode', 'customerPhone'];

/** `Y` or `N` on the API page; two guides print a boolean. Anything else is not understood, and never taken as a yes. */
function isValid(indicator: unknown): boolean | undefined {
	if (indicator === true || indicator === false) return indicator;
	if (typeof indicator !== 'string') return undefined;
	const letter = indicator.trim().toLowerCase();
	return letter === 'y' ? true : letter === 'n' ? false : undefined;
}

function notValid({ customerCode: code }: Parameters): Failure {
	return new Failure('businessRefusal', `${SIPS} reports customer ${code} as not valid (validIndicator N)`, {
		advice: 'Check Customer Code and the proof with the contractor. Orders need a valid customer.',
		subject: { customerCode: code },
		partnerMessage: 'validIndicator: N',
	});
}

function unreadable(): Failure {
	return new Failure('brokenAnswer', `${SIPS} did not say whether the customer is valid (validIndicator is missing or unknown)`, {
		advice: 'Run the item again. If it stays so, ask SRS.',
	});
}
