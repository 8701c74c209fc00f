import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { isin } from '../../../engine/fieldKinds/isin';
import type { FieldReader } from '../../../engine/items/fields';
import { creation } from '../shared/creation';
import { readId } from '../shared/fields';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { SAVINGS_PLAN } from '../shared/things';
import { productField } from '../shared/trade';

const LIQUIDITY = { name: 'liquidityCustomerProductId', label: 'Paying Product ID' } as const;
const SAVINGS = { name: 'savingsCustomerProductId', label: 'Savings Product ID' } as const;

interface Content {
	instrumentType: string;
	instrumentIdentifier: string;
	savingsAmount: string;
	intervalPeriod: string;
	intervalDay: string;
	liquidity: string;
	savings: string;
}

function read(fields: FieldReader): Content {
	const instrumentType = readOpenChoice(fields, 'instrumentType', 'Instrument Type');
	const label = 'Instrument';
	return {
		instrumentType,
		instrumentIdentifier: instrumentType === 'TRADITIONAL_ASSET' ? fields.kind('instrumentIdentifier', { label }, isin, '') : fields.code('instrumentIdentifier', { label }),
		savingsAmount: fields.kind('savingsAmount', { label: 'Savings Amount' }, (value) => exactDecimal(value, { decimals: 2 }), ''),
		intervalPeriod: fields.code('intervalPeriod', { label: 'Interval Period' }),
		intervalDay: fields.code('intervalDay', { label: 'Interval Day' }),
		liquidity: readId(fields, LIQUIDITY.name, LIQUIDITY.label),
		savings: readId(fields, SAVINGS.name, SAVINGS.label),
	};
}

/** Makes a savings plan, `POST /savings-plans` (asset-management/savings-plans). Nobody need be named as acting. No list shows plans. */
export const create = creation<Content>({
	action: 'Create a savings plan',
	description: 'Buy an asset again and again for a customer; the same External ID is sent at most once',
	source: { call: 'POST /savings-plans', standing: 'documented, but not the values of the interval, nor that it takes an External ID' },
	thing: SAVINGS_PLAN,
	hasExternalId: true,
	hasRequestor: false,
	properties: [
		openChoice('instrumentType', 'Instrument Type', ['DIGITAL_ASSET', 'TRADITIONAL_ASSET'], 'What is bought'),
		{ displayName: 'Instrument', name: 'instrumentIdentifier', type: 'string', required: true, default: '', placeholder: 'e.g. ETH', description: 'The symbol of a digital asset, or the ISIN of a traditional one' },
		{ displayName: 'Savings Amount', name: 'savingsAmount', type: 'string', required: true, default: '', placeholder: 'e.g. 25.00', description: 'In euros for each interval, with a point before the decimals' },
		{ displayName: 'Interval Period', name: 'intervalPeriod', type: 'string', required: true, default: '', description: "How often, in Tradevest's word. Its documents do not show the words: ask Tradevest." },
		{ displayName: 'Interval Day', name: 'intervalDay', type: 'string', required: true, default: '', description: "The day within the period, in Tradevest's word. Its documents do not show the words: ask Tradevest." },
		productField(LIQUIDITY.name, LIQUIDITY.label, 'The account that pays'),
		productField(SAVINGS.name, SAVINGS.label, 'Where the assets go'),
	],
	read,
	label: ({ savingsAmount, instrumentIdentifier }) => `savings plan of ${savingsAmount} EUR in ${instrumentIdentifier}`,
	request: ({ instrumentType, instrumentIdentifier, savingsAmount, intervalPeriod, intervalDay, liquidity, savings, externalId }) => ({
		method: 'POST',
		path: '/savings-plans',
		body: { instrumentType, instrumentIdentifier, savingsAmount, currency: 'EUR', intervalPeriod, intervalDay, [LIQUIDITY.name]: liquidity, [SAVINGS.name]: savings, externalId },
	}),
	whereToLook: 'No list of Tradevest shows savings plans: look in its panel, or ask Tradevest for the External ID.',
});
