import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INodeParameterResourceLocator, INodeProperties } from 'n8n-workflow';

import type { AnyOperation } from '../../../engine/operation/operation';
import { choicesOf, withInner, withoutExample } from '../../support/panels/nodeFields';
import { SERVICES } from '../../support/services';
import { atTimeOfRun, dayFromNow } from '../../support/services/exampleDays';

const PROJECT = resolve(__dirname, '../../..');

it('every node of the package that has resources is tested here', () => {
	const { n8n } = JSON.parse(readFileSync(resolve(PROJECT, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } };
	expect(SERVICES.map(({ folder }) => folder)).toEqual([...new Set(n8n.nodes.map((path) => path.split('/')[2]))]);
});

/** Whether something is shown for the values of a field for which there is the operation. */
function isShownFor({ onlyFor }: AnyOperation, show: Record<string, unknown>): boolean {
	return onlyFor === undefined || JSON.stringify(show[onlyFor.field]) === JSON.stringify(onlyFor.values);
}

describe.each(SERVICES)('the panel of $displayName', ({ folder, node, resources, displayName }) => {
	const { description } = node();
	const fields = description.properties.flatMap(withInner);
	const operations = resources.flatMap((resource) => resource.operations.map((operation): [string, AnyOperation] => [`${resource.name}: ${operation.name}`, operation]));

	it.each(operations)('%s has an action and a description in one sentence without a full stop', (_name, { action, description: sentence, displayName: words }) => {
		expect(action).toMatch(/^[A-Z][a-z]/);
		expect(action).not.toMatch(/\.$/);
		expect(sentence).toMatch(/^[A-Z].*[^.]$/);
		expect(words).toMatch(/^[A-Z]/);
	});

	it('has no field whose value n8n itself converts or checks: what is read without n8n would come out another way', () => {
		expect(fields.filter(({ type, validateType }) => validateType !== undefined || type === 'resourceMapper').map(({ name }) => name)).toEqual([]);
	});

	it.each(operations)('%s lets a person set concurrency and time-out', (name, operation) => {
		const [resource, value] = name.split(': ');
		const options = description.properties.filter(
			({ name: field, displayOptions: { show = {} } = {} }) => field === 'options' && show.resource?.[0] === resource && show.operation?.[0] === value && isShownFor(operation, show),
		);
		expect(options).toHaveLength(1);
		const byName = new Map((options[0]?.options as INodeProperties[]).map((field) => [field.name, field]));
		expect(byName.get('concurrency')).toMatchObject({ default: operation.effect === 'once' ? 1 : 10, typeOptions: { minValue: 1, maxValue: 50 } });
		expect(byName.get('timeoutMs')).toMatchObject({ default: operation.effect === 'once' ? 60_000 : 30_000 });
		expect(byName.has('batchSize')).toBe('batch' in operation);
		expect(byName.has('maxAnswerMb')).toBe(operation.effect !== 'once' && !('file' in operation));
		expect(byName.has('shareEqualReads')).toBe(operation.effect === 'read' && !('batch' in operation));
	});

	it.each(operations.filter(([name]) => /getAll|getProducts/.test(name)))('%s has Return All and Limit in the words of n8n', (_name, { properties }) => {
		expect(properties).toEqual(expect.arrayContaining([
			expect.objectContaining({ displayName: 'Return All', name: 'returnAll', type: 'boolean', default: false, description: 'Whether to return all results or only up to a given limit' }),
			expect.objectContaining({ displayName: 'Limit', name: 'limit', type: 'number', default: 50, description: 'Max number of results to return', displayOptions: { show: { returnAll: [false] } } }),
		]));
	});

	it('chooses nothing from a list beforehand: newer n8n empties it as soon as a person chooses a credential', () => {
		// A row of a table is added later, when the credential stands; and what need not be filled in may well be emptied.
		const chosen = description.properties.filter(({ type, required, default: value }) => required === true && type === 'resourceLocator' && (value as INodeParameterResourceLocator).mode === 'list');
		expect(chosen.filter(({ default: value }) => (value as INodeParameterResourceLocator).value !== '')).toEqual([]);
	});

	it('shows the fields of an operation for that operation alone', () => {
		// A field that decides which operations there are stands before them.
		const deciding = new Set(operations.flatMap(([, { onlyFor }]) => onlyFor?.field ?? []));
		const owned = description.properties.filter(({ name }) => name !== 'resource' && name !== 'operation' && !deciding.has(name));
		expect(owned.length).toBeGreaterThan(operations.length);
		for (const { displayOptions } of owned) {
			expect(displayOptions?.show?.resource).toHaveLength(1);
			expect(displayOptions?.show?.operation).toHaveLength(1);
		}
	});

	it('has a description for every field but the two dropdowns', () => {
		const silent = fields.filter(({ name, description: words }) => name !== 'resource' && name !== 'operation' && name !== 'options' && !words?.trim());
		expect(silent.map(({ name, type }) => [name, type]).filter(([, type]) => type !== 'collection' && type !== 'notice')).toEqual([]);
	});

	it('has an example wherever one types, but for what is secret', () => {
		expect(fields.length).toBeGreaterThan(20);
		expect(withoutExample(fields)).toEqual([]);
	});

	it('puts what must be filled in before what may be left out', () => {
		for (const [name, { properties }] of operations) {
			// A field that is shown for a choice only follows that choice; one that is filled in already asks for nothing.
			const always = properties.filter((field) => field.displayOptions === undefined && ['string', 'resourceLocator', 'dateTime'].includes(field.type) && isEmpty(field.default));
			const firstOptional = always.findIndex(({ required }) => required !== true);
			const late = firstOptional < 0 ? [] : always.slice(firstOptional).filter(({ required }) => required === true);
			expect([name, late.map((field) => field.name)]).toEqual([name, []]);
		}
	});

	it('has a sound default for every choice', () => {
		for (const field of fields.filter(({ type }) => type === 'options')) {
			expect(choicesOf(field).map(({ value }) => value)).toContain(field.default);
		}
	});

	it('sorts operations by name, and puts those of V1 last', () => {
		for (const { operations: all } of resources) {
			const isLegacy = ({ displayName: words }: AnyOperation) => words.endsWith('(Legacy V1)');
			const sorted = [...all].sort((a, b) => Number(isLegacy(a)) - Number(isLegacy(b)) || a.displayName.localeCompare(b.displayName));
			expect(all.map((operation) => operation.displayName)).toEqual(sorted.map((operation) => operation.displayName));
			for (const operation of all.filter(isLegacy)) expect(operation.description).toContain('SRS has dropped this call from its current documents');
		}
	});

	it('sorts long lists of choices by name', () => {
		for (const field of fields.filter(({ name, type, options = [] }) => name !== 'operation' && ['options', 'multiOptions', 'collection'].includes(type) && options.length >= 5)) {
			const names = (field.options ?? []).map((option) => ('displayName' in option ? option.displayName : option.name));
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		}
	});

	it('has no two fields of one name in one operation', () => {
		for (const [, { properties, options = [] }] of operations) {
			for (const list of [properties, options]) expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
		}
	});

	it('asks for days without a time: the partner has no more in any of them', () => {
		const days = fields.filter(({ type }) => type === 'dateTime');
		// Of insured people XCover wants the day of birth alone; its times of payments are moments, and so are text.
		expect(days.length).toBeGreaterThan(0);
		for (const { name, typeOptions } of days) expect([name, typeOptions]).toEqual([name, { dateOnly: true }]);
	});

	it('starts every description of a yes or no with Whether', () => {
		for (const { description: words } of fields.filter(({ type }) => type === 'boolean')) expect(words).toMatch(/^Whether /);
	});

	it('is that of a node which can be a tool, with its credential, two icons and a codex', () => {
		expect(description).toMatchObject({ displayName, version: 1, usableAsTool: true });
		expect(description.credentials?.length).toBeGreaterThan(0);
		expect(description.credentials?.map(({ required }) => required)).toEqual(description.credentials?.map(() => true));
		const icons = typeof description.icon === 'object' ? [description.icon.light, description.icon.dark] : [];
		const files = icons.map((icon) => resolve(PROJECT, 'nodes', folder, icon.replace('file:', '')));
		expect(files).toHaveLength(2);
		const [light = '', dark = ''] = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
		for (const text of [light, dark]) expect(text).toMatch(/<svg[^>]*viewBox/);
		expect(light).not.toBe(dark);

		const codex = JSON.parse(readFileSync(resolve(PROJECT, 'nodes', folder, `${folder}.node.json`), 'utf8')) as { node: string; categories: string[]; alias: string[]; resources: Record<string, Array<{ url: string }>> };
		expect(codex.node).toBe(`n8n-nodes-partner-apis.${description.name}`);
		expect(codex.categories.length).toBeGreaterThan(0);
		expect(codex.alias.length).toBeGreaterThan(4);
		for (const { url } of Object.values(codex.resources).flat()) expect(new URL(url).protocol).toBe('https:');
	});
});

function isEmpty(value: INodeProperties['default']): boolean {
	return value === '' || (typeof value === 'object' && value !== null && 'value' in value && value.value === '');
}

it('moves a day of an example with its run where it is counted from today, and not where it is one of these days by chance', () => {
	expect(atTimeOfRun({ identificationDate: dayFromNow(-1), to: dayFromNow(30), dateTo: dayFromNow(-1) })).toEqual({ identificationDate: '2026-03-01', to: '2026-04-01', dateTo: dayFromNow(-1) });
});
