import type { INodeProperties } from 'n8n-workflow';

import { operationsNamed, resourceProperties, type ResourceTable } from '../../../../engine/items/resources';
import { any, batched, order, single } from '../../../support/services/madeUp';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name, name, type: 'string', default: '', ...more,
});

const table: ResourceTable = [
	{
		name: 'order',
		displayName: 'Order',
		operations: [any({ ...order, properties: [field('poNumber')] })],
	},
	{
		name: 'product',
		displayName: 'Product',
		operations: [
			any({
				...batched,
				timeoutMs: 90_000,
				properties: [
					field('plain'),
					field('shown', { displayOptions: { show: { plain: ['x'] } } }),
					field('hidden', { displayOptions: { hide: { plain: ['x'] } } }),
				],
				options: [field('Area', { displayName: 'Area' }), field('Zone', { displayName: 'Zone' })],
			}),
			any(single),
		],
	},
];

describe('the properties of a node made of a table', () => {
	const properties = resourceProperties(table, 30_000);
	const named = (name: string, operation?: string) =>
		properties.filter((each) => each.name === name && (!operation || each.displayOptions?.show?.operation?.includes(operation)));
	const optionsOf = (operation: string) => (named('options', operation)[0]?.options ?? []) as INodeProperties[];

	it('begin with the resource', () => {
		expect(properties[0]).toMatchObject({
			name: 'resource',
			noDataExpression: true,
			default: 'order',
			options: [{ name: 'Order', value: 'order' }, { name: 'Product', value: 'product' }],
		});
	});

	it('go on with the operations of each resource', () => {
		expect(named('operation')).toMatchObject([
			{ default: 'submit', displayOptions: { show: { resource: ['order'] } } },
			{ default: 'getMany', displayOptions: { show: { resource: ['product'] } }, options: [{ value: 'getMany', action: 'Make up' }, { value: 'get' }] },
		]);
	});

	it('show each field for its own operation only, and as it wants to be shown besides', () => {
		const show = { resource: ['product'], operation: ['getMany'] };
		expect(named('plain')[0]?.displayOptions).toEqual({ show });
		expect(named('shown')[0]?.displayOptions).toEqual({ show: { ...show, plain: ['x'] } });
		expect(named('hidden')[0]?.displayOptions).toEqual({ show, hide: { plain: ['x'] } });
	});

	it('change nothing of the operations', () => {
		expect(table[1]?.operations[0]?.properties[0]).not.toHaveProperty('displayOptions');
		expect(table[1]?.operations[0]?.options).toHaveLength(2);
	});

	it('have sorted options for each operation', () => {
		expect(optionsOf('getMany').map(({ displayName }) => displayName)).toEqual(['Area', 'Batch Size', 'Concurrency', 'Max Answer Size (MB)', 'Timeout (Ms)', 'Zone']);
		expect(optionsOf('get').map(({ displayName }) => displayName)).toEqual(['Concurrency', 'Max Answer Size (MB)', 'Share Equal Reads', 'Timeout (Ms)']);
	});

	it('let a person switch off that equal reads are shared, where each item has a read of its own', () => {
		const shared = (operation: string) => optionsOf(operation).find(({ name }) => name === 'shareEqualReads')?.default;
		expect([shared('get'), shared('getMany'), shared('submit')]).toEqual([true, undefined, undefined]);
	});

	it('send writes that must happen once one by one, unless somebody wants otherwise', () => {
		const concurrency = (operation: string) => optionsOf(operation).find(({ name }) => name === 'concurrency');
		expect(concurrency('submit')).toMatchObject({ default: 1, typeOptions: { minValue: 1, maxValue: 50 } });
		expect(concurrency('get')).toMatchObject({ default: 10 });
	});

	it('have the time-out of the operation, or the usual one', () => {
		const timeout = (operation: string) => optionsOf(operation).find(({ name }) => name === 'timeoutMs')?.default;
		expect([timeout('getMany'), timeout('get')]).toEqual([90_000, 30_000]);
	});

	it('are the resource alone where the table is empty', () => {
		expect(resourceProperties([], 1000)).toMatchObject([{ name: 'resource', default: '', options: [] }]);
	});
});

describe('operations that share out the values of a field', () => {
	const of = (name: string, ...values: string[]) => any({ ...single, name, displayName: name, properties: [field(`${values.join()}-field`)], onlyFor: { field: 'way', values } });
	const properties = resourceProperties(
		[
			{ name: 'booking', displayName: 'Booking', operations: [of('cancel', 'old'), of('cancel', 'new'), of('confirm', 'new'), any(single)] },
			{ name: 'renewal', displayName: 'Renewal', operations: [of('quote', 'new')] },
		],
		30_000,
	);
	const optionsOf = (name: string) => properties.filter((each) => each.name === name).map(({ options = [] }) => options);

	it('stand in the dropdown once, each for the values that it is there for', () => {
		expect(optionsOf('operation')).toEqual([
			[
				expect.objectContaining({ value: 'cancel', displayOptions: { show: { way: ['old', 'new'] } } }),
				expect.objectContaining({ value: 'confirm', displayOptions: { show: { way: ['new'] } } }),
				expect.not.objectContaining({ displayOptions: expect.anything() as object }),
			],
			[expect.objectContaining({ value: 'quote', displayOptions: { show: { way: ['new'] } } })],
		]);
	});

	it('hide a resource that has none for a value', () => {
		expect(optionsOf('resource')).toEqual([[{ name: 'Booking', value: 'booking' }, { name: 'Renewal', value: 'renewal', displayOptions: { show: { way: ['new'] } } }]]);
	});

	it('have each fields of its own', () => {
		const shown = properties.filter(({ name }) => name.endsWith('-field')).map(({ name, displayOptions }) => [name, displayOptions?.show]);
		expect(shown).toEqual([
			['old-field', { resource: ['booking'], operation: ['cancel'], way: ['old'] }],
			['new-field', { resource: ['booking'], operation: ['cancel'], way: ['new'] }],
			['new-field', { resource: ['booking'], operation: ['confirm'], way: ['new'] }],
			['new-field', { resource: ['renewal'], operation: ['quote'], way: ['new'] }],
		]);
	});
});

describe('an operation', () => {
	it('is found by resource and name', () => {
		expect(operationsNamed(table, 'product', 'get').map(({ name }) => name)).toEqual(['get']);
	});

	it.each([['product', 'submit'], ['customer', 'get'], ['', ''], ['order', 'toString'], ['__proto__', 'get']])(
		'is not there for %s and %s',
		(resource, operation) => {
			expect(operationsNamed(table, resource, operation)).toEqual([]);
		},
	);
});
