import { lint, loadConfig, parseYaml } from '@redocly/openapi-core';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

/** Each document, with its calls and the least number of its marks. */
const documents = [
	{
		name: 'srs-sips',
		marks: 60,
		calls: [
			'getToken',
			'validateCustomer',
			'getBranchLocations',
			'getCustomerBranchLocations',
			'getActiveBranchProducts',
			'getPrices',
			'submitOrder',
			'getOrderList',
			'receiveEvent',
			'getCustomer',
			'getOrderTemplates',
			'getCatalog',
			'getProductsByItemCodes',
			'convertItems',
			'convertUnits',
			'recommendColors',
			'getOrder',
			'getDelivery',
			'getDeliveryList',
			'getProofOfDelivery',
			'getDeliveryCoordinates',
			'getInvoice',
			'getInvoiceList',
			'getInvoicePdf',
			'submitOrderV1',
			'getPricesV1',
			'getNearestBranch',
			'getShipToAddresses',
			'getOrderTemplatesV1',
			'getBranch',
			'getBranchItems',
		],
	},
	{ name: 'xcover-elements', marks: 8, calls: ['getToken', 'listBookings', 'optOutOfQuote'] },
	{
		name: 'su',
		marks: 14,
		calls: ['getToken', 'listProperties', 'listRoomTypes', 'listRatePlans', 'updateAvailability', 'getNewReservations', 'acknowledgeReservations', 'listBookings', 'getReservation'],
	},
	{
		name: 'tradevest',
		marks: 9,
		calls: [
			'getToken',
			'getTokenWithScope',
			'createNaturalPerson',
			'listNaturalPersons',
			'getNaturalPerson',
			'listCustomerProducts',
			'createCustomerProduct',
		],
	},
];

/** All objects inside a document, with the way to them. */
function* objectsIn(value: unknown, at = '#'): Generator<[at: string, found: Record<string, unknown>]> {
	if (typeof value !== 'object' || value === null) return;
	if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
	for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${name}`);
}

describe.each(documents)('openapi/$name.yaml', ({ name, marks, calls }) => {
	const file = resolve(root, `openapi/${name}.yaml`);
	const document = parseYaml(readFileSync(file, 'utf8')) as Record<string, unknown>;

	it('is a valid OpenAPI 3.1 document, without warnings', async () => {
		const config = await loadConfig({ configPath: resolve(root, 'redocly.yaml') });
		const problems = await lint({ ref: file, config });
		expect(document.openapi).toMatch(/^3\.1\./);
		expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
	});

	it('gives a reason wherever something is inferred, and no other certainty', () => {
		const marked = [...objectsIn(document)].filter(([, found]) => 'x-certainty' in found);
		expect(marked.length).toBeGreaterThanOrEqual(marks);
		for (const [at, found] of marked) {
			expect([at, found['x-certainty']]).toEqual([at, 'inferred']);
			expect([at, String(found['x-certainty-reason'] ?? '').length > 20]).toEqual([at, true]);
		}
	});

	it('has no reason without a mark', () => {
		const lost = [...objectsIn(document)].filter(([, found]) => 'x-certainty-reason' in found && !('x-certainty' in found));
		expect(lost.map(([at]) => at)).toEqual([]);
	});

	it('names each call once', () => {
		const ids = [...objectsIn(document)].flatMap(([, found]) => (typeof found.operationId === 'string' ? [found.operationId] : []));
		expect(ids.sort()).toEqual([...calls].sort());
	});
});
