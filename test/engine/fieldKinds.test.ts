import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { addedFaults, collectionsOf } from '../../engine/items/addedFields';
import { ExampleRuns } from '../support/services/exampleRuns';
import { kindOf, wordsOf } from '../support/n8nEngine/nodeRuns';
import { panelOf } from '../support/panels/panelOf';
import { FILLED_IN, type FilledIn } from '../support/panels/panels';
import { SERVICES } from '../support/services';

/** What a DATE column of a database, a date cell and `new Date('2099-03-05')` give: still the day before in the workflow's zone, which is that of Denver. */
const MIDNIGHTS = [
	'2099-03-05T00:00:00.000Z', '={{ new Date("2099-03-05") }}', '={{ new Date("2099-03-05").getTime() }}', '={{ DateTime.utc(2099, 3, 5) }}',
	'={{ DateTime.fromISO("2099-03-05", { zone: "Europe/Berlin" }) }}',
];

/** What a field stands in need of to be read at all. */
const TOGETHER: Readonly<Record<string, IDataObject>> = { 'customer.validate': { proof: 'invoice', invoiceNumber: '0041200001-001' } };

function fieldsIn(collection: INodeProperties): INodeProperties[] {
	return (collection.options ?? []) as INodeProperties[];
}

/** The fields of a type, as a panel with this value in them. */
function fieldsOfType(filled: FilledIn, type: string): Array<{ field: INodeProperties; panel: (value: unknown) => IDataObject }> {
	const changed = (name: string, value: unknown) => ({ ...TOGETHER[filled.name], [name]: value }) as IDataObject;
	const own = filled.operation.properties.filter((field) => field.type === type).map((field) => ({ field, panel: (value: unknown) => changed(field.name, value) }));
	const added = collectionsOf(filled.operation).flatMap((collection) =>
		fieldsIn(collection)
			.filter((field) => field.type === type)
			.map((field) => ({ field, panel: (value: unknown) => changed(collection.name, { [field.name]: value }) })),
	);
	return [...own, ...added];
}

describe.each(SERVICES.map((service) => ({ ...service, service })))('fields as people fill them, in every operation of the $displayName node', ({ service }) => {
	let runs: ExampleRuns;
	const filledIn = FILLED_IN.filter((filled) => filled.service === service);

	beforeAll(async () => {
		runs = await ExampleRuns.begin(service);
	});
	afterAll(() => runs?.end());

	it.each(filledIn)('$name: a field that was added and comes to nothing is named, and nothing is sent', async (filled) => {
		for (const nothing of ['={{ null }}', '={{ $json.nosuch }}', '={{ Number("x") }}', '', '  ']) {
			const fields = collectionsOf(filled.operation).map((collection) => [collection.name, Object.fromEntries(fieldsIn(collection).map(({ name }) => [name, nothing]))]);
			const { error } = await runs.run(filled.name, Object.fromEntries(fields) as IDataObject);
			expect([nothing, kindOf(error)]).toEqual([nothing, 'validation']);
			for (const { displayName } of collectionsOf(filled.operation).flatMap(fieldsIn)) {
				expect(wordsOf(error)).toContain(`${displayName}: was added and comes to nothing`);
				// Once, and not in other words as well.
				expect(wordsOf(error).split(`${displayName}: `)).toHaveLength(wordsOf(error).split(`${displayName}: was added`).length);
			}
			expect(wordsOf(error)).toContain('remove the field to leave it as it is');
			expect(wordsOf(error)).toContain('Nothing was sent');
		}
	});

	it.each(filledIn)('$name: what was not added is not missed, and 0 and no are values', ({ operation, values }) => {
		expect(addedFaults(collectionsOf(operation), panelOf(values)).faults).toEqual([]);
		for (const value of [0, false, '0']) {
			const options = Object.fromEntries((operation.options ?? []).map(({ name }) => [name, value]));
			expect(addedFaults(collectionsOf(operation), panelOf({ ...values, options })).faults).toEqual([]);
		}
	});

	const withDays = filledIn.filter((filled) => fieldsOfType(filled, 'dateTime').length > 0);

	it.each(withDays)('$name: what is no day is told as what it looks like, and nothing is sent', async (filled) => {
		for (const { field, panel } of fieldsOfType(filled, 'dateTime')) {
			for (const [cell, words] of [
				['={{ 46086 }}', "46086 looks like a spreadsheet's day number: 2026-03-05"],
				['46086', "46086 looks like a spreadsheet's day number: 2026-03-05"],
				['={{ new Date(46086) }}', 'a moment of 1970'],
				['={{ DateTime.fromMillis(0) }}', 'a moment of 1970'],
				['03/05/2026', '2026-03-05 (month first) or 2026-05-03 (day first)'],
				['={{ 1772668800 }}', 'seconds since 1970: 2026-03-05'],
				['soon', 'must be a date such as 2026-03-05, not "soon"'],
				...MIDNIGHTS.map((cell) => [cell, 'is midnight of 2099-03-05 in UTC'] as const),
			] as const) {
				const { error } = await runs.run(filled.name, panel(cell));
				expect([cell, field.displayName, kindOf(error)]).toEqual([cell, field.displayName, 'validation']);
				expect(wordsOf(error)).toContain(`${field.displayName}: `);
				expect(wordsOf(error)).toContain(words);
				expect(wordsOf(error)).toContain('Nothing was sent');
			}
		}
	}, 60_000);
});
