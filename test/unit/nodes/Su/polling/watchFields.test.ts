import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { isFailure } from '../../../../../engine/failure';
import { readWatchParameters } from '../../../../../nodes/Su/polling/watchParameters';
import { SuReservationWatch } from '../../../../../nodes/Su/SuReservationWatch.node';

const node: INodeTypeDescription = new SuReservationWatch().description;
const fields = node.properties.flatMap((field): INodeProperties[] => (field.type === 'collection' ? [field, ...(field.options as INodeProperties[])] : [field]));

/** Reads plain parameters, a path at a time, as n8n does. */
function reader(parameters: Record<string, unknown>) {
	return (path: string, fallback: unknown): unknown => {
		let value: unknown = parameters;
		for (const name of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[name];
		return value ?? fallback;
	};
}

const DEFAULTS = { properties: 'all', acknowledgeWhen: 'stored', comparesNightly: true, filters: {}, options: {} };

function faultsOf(parameters: Record<string, unknown>): string {
	try {
		readWatchParameters(reader({ ...DEFAULTS, ...parameters }));
		return '';
	} catch (error) {
		if (!isFailure(error)) throw error;
		return error.message;
	}
}

describe('Su Reservation Watch', () => {
	it('is called what stored workflows call it, polls, and is no tool', () => {
		expect(node).toMatchObject({ name: 'suReservationWatch', version: 1, group: ['trigger'], polling: true, inputs: [], outputs: ['main'], credentials: [{ name: 'suApi', required: true }] });
		expect(node).not.toHaveProperty('usableAsTool');
	});

	it('uses the names of parameters that stored workflows use', () => {
		expect(fields.filter(({ type }) => type !== 'notice').map(({ name }) => name)).toEqual([
			'properties', 'chosen', 'acknowledgeWhen', 'comparesNightly', 'filters', 'channels', 'statuses', 'options', 'comparisonDays', 'comparisonHour', 'includeCardData', 'timeoutMs',
		]);
	});

	it('says in the panel how often to poll, and why', () => {
		expect(fields.find(({ type }) => type === 'notice')?.displayName).toMatch(/30 minutes.*an hour/);
	});

	it('names card data to n8n, and has a codex file that leads to its section', () => {
		expect((node as { sensitiveOutputFields?: string[] }).sensitiveOutputFields).toContain('raw.customer.cc_number');
		const codex = JSON.parse(readFileSync(resolve(__dirname, '../../../../../nodes/Su/SuReservationWatch.node.json'), 'utf8')) as { node: string; resources: { primaryDocumentation: Array<{ url: string }> } };
		expect([codex.node, codex.resources.primaryDocumentation[0]?.url]).toEqual(['n8n-nodes-partner-apis.suReservationWatch', expect.stringMatching(/su\.md#su-reservation-watch$/)]);
	});
});

describe('the panel of the watch', () => {
	it('is read with what it holds unless a person enters something else', () => {
		expect(readWatchParameters(reader(DEFAULTS))).toEqual({
			hotelIds: undefined, needsSuccess: false, filters: { kinds: [], properties: [], spelledProperties: [], channels: [], statuses: [] }, isCardDataWanted: false, comparison: { hour: 3, days: 2 }, comparisonDays: 2, timeoutMs: 30_000,
		});
	});

	it('takes properties from the list or typed in, each once', () => {
		const property = [{ hotelId: { __rl: true, mode: 'list', value: 'HVIEW-1' } }, { hotelId: 'PINE-2' }, { hotelId: 'HVIEW-1' }];
		expect(readWatchParameters(reader({ ...DEFAULTS, properties: 'chosen', chosen: { property } })).hotelIds).toEqual(['HVIEW-1', 'PINE-2']);
	});

	it.each<[string, Record<string, unknown>, RegExp]>([
		['no property', { properties: 'chosen' }, /Chosen Properties: must have at least one entry/],
		['a property without an id', { properties: 'chosen', chosen: { property: [{ hotelId: 'A' }, { hotelId: '' }] } }, /Chosen Properties 2: Property ID: must not be empty/],
		['days beyond what Su lists', { options: { comparisonDays: 181 } }, /Comparison Days: must be a whole number from 1 to 180/],
		['an hour that no day has', { options: { comparisonHour: 24 } }, /Comparison Hour: must be a whole number from 0 to 23/],
		['a filter that comes to nothing', { filters: { channels: '' } }, /Channel Codes/],
		['a filter that is no text', { filters: { channels: { a: 1 } } }, /Channel Codes under Filters/],
		['another word for when to acknowledge', { acknowledgeWhen: 'never' }, /When to Acknowledge: must be one of stored, succeeded/],
	])('refuses %s', (_what, parameters, words) => {
		expect(faultsOf(parameters)).toMatch(words);
	});
});
