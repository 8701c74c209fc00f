import type { PartnerRequest } from '../../../engine/http/request';
import { panelOf } from '../../support/panels/panelOf';
import { FILLED_IN, requiredFields, type FilledIn } from '../../support/panels/panels';
import { failureOf, RUN } from '../../support/panels/pure';

/** What an expression can put into a field, and no field can use. */
const NEVER_GOOD: ReadonlyArray<readonly [string, unknown]> = [
	['missing', undefined],
	['null', null],
	['empty', ''],
	['blank', '   '],
	['an object', { a: 1 }],
	['a list of objects', [{ a: { b: 1 } }]],
	['far too long', 'x'.repeat(100_000)],
	['true', true],
];

/** Characters that mean something in an address. */
const PATH_CHARACTERS = ['../x', '..', '.', 'a?b=c', 'a#b', 'a/b', 'a\\b', 'a%2fb', 'a\nb', 'a\u0000b', '{x}'];

const cases = FILLED_IN.flatMap((filled) => requiredFields(filled).map((field) => ({ name: `${filled.name}: ${field.displayName}`, filled, field })));

/** The one request of an operation, or of its only item. Operations that ask several things have none. */
function requestOf({ operation, values }: FilledIn): PartnerRequest | undefined {
	const parameters = operation.parameters(panelOf(values), RUN);
	if ('batch' in operation) return operation.batch.request([parameters]);
	if ('file' in operation) return operation.file.request(parameters);
	return 'request' in operation ? operation.request(parameters) : undefined;
}

describe('bad input, for every operation', () => {
	it.each(FILLED_IN.map((filled) => ({ ...filled })))('$name reads the panel of its example', (filled) => {
		expect(() => filled.operation.parameters(panelOf(filled.values), RUN)).not.toThrow();
	});

	it('has required fields to try', () => {
		expect(cases.length).toBeGreaterThan(60);
	});

	it.each(cases)('$name is named where it cannot be used, and nothing is sent', ({ filled: { operation, values }, field }) => {
		for (const [what, value] of NEVER_GOOD) {
			// A list of objects is what lines are.
			if (field.type === 'json' && what === 'a list of objects') continue;
			if (field.type === 'json' && what === 'an object') continue;
			const failure = failureOf(() => operation.parameters(panelOf({ ...values, [field.name]: value }), RUN));
			expect([what, failure.kind]).toEqual([what, 'validation']);
			expect([what, failure.details.faults?.map((fault) => fault.field).join()]).toEqual([what, expect.stringContaining(field.displayName)]);
			expect(failure.details.advice).toContain('Nothing was sent');
			// A value is never shown in full length.
			expect(failure.message.length).toBeLessThan(2_000);
		}
	});

	it.each(cases.filter(({ filled }) => requestOf(filled) !== undefined))('$name cannot make another address of the call', ({ filled, field }) => {
		const wellFormed = segments(requestOf(filled)!);
		for (const value of PATH_CHARACTERS) {
			let request: PartnerRequest | undefined;
			try {
				request = requestOf({ ...filled, values: { ...filled.values, [field.name]: value } });
			} catch {
				continue;
			}
			expect([value, segments(request!)]).toEqual([value, wellFormed.map(() => expect.any(String) as string)]);
			expect(request!.path).not.toMatch(/[?#\\\s]|\/\.\.?(\/|$)/);
		}
	});
});

describe('an endpoint path', () => {
	const withPath = FILLED_IN.filter(({ operation }) => operation.properties.some(({ name }) => name === 'endpointPath'));

	it('can be corrected where it is not confirmed', () => {
		expect(withPath.map(({ name }) => name).sort()).toEqual([
			'branch.get', 'branch.getItems', 'branch.getNearest', 'customer.getShipToAddresses', 'delivery.get', 'delivery.getAll', 'delivery.getCoordinates',
			'delivery.getProof', 'invoice.download', 'order.get', 'order.reconcile', 'orderTemplate.getAllV1', 'product.recommendColors',
		]);
	});

	// Of what makes several calls no single request can be looked at: see reconcile.test.ts of SIPS.
	it.each(withPath.filter(({ operation }) => 'request' in operation))('$name says so, and calls the path that a person enters', (filled) => {
		const { operation, values } = filled;
		expect(operation.description).toMatch(/path unconfirmed/);
		const template = String(operation.properties.find(({ name }) => name === 'endpointPath')?.default);
		const corrected = `/other/v3${template}`;
		expect(requestOf({ ...filled, values: { ...values, endpointPath: corrected } })?.path).toBe(`/other/v3${requestOf(filled)?.path}`);
		expect(requestOf({ ...filled, values: { ...values, endpointPath: '' } })?.path).toBe(requestOf(filled)?.path);
	});

	it.each(withPath)('$name stays at SIPS, whatever is entered', ({ operation, values }) => {
		for (const endpointPath of [
			'https://evil.example/x', '//evil.example/x', 'orders/1', '/a?b=c', '/a#b', '/a/../b', '/a/%2e%2e/b', '/a b', '/a\nb', '/{nobody}', '/a\\b', '/%zz', 'x'.repeat(400), { a: 1 },
		]) {
			const failure = failureOf(() => operation.parameters(panelOf({ ...values, endpointPath }), RUN));
			expect([endpointPath, failure.details.faults?.[0]?.field]).toEqual([endpointPath, 'Endpoint Path']);
		}
	});
});

function segments({ path }: PartnerRequest): string[] {
	return path.split('/');
}
