import type { IDataObject } from 'n8n-workflow';

/** A JSON Schema as n8n's editor reads it from `__schema__`, to show fields before the first run. */
export interface OutputSchema {
	type?: string;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
	version?: number;
}

/** What the partner answered, untouched. Nothing is promised about its fields. */
const UNTOUCHED = new Set(['answer']);

/** The schema of items, in the form of n8n's own schema files. */
export function outputSchema(items: readonly IDataObject[]): OutputSchema {
	return { ...schemaOf(items), version: 1 };
}

function schemaOf(values: readonly unknown[]): OutputSchema {
	const given = values.filter((value) => value !== null && value !== undefined);
	const [first] = given;
	if (first === undefined) return { type: 'null' };
	if (Array.isArray(first)) return { type: 'array', items: schemaOf(given.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))) };
	if (typeof first !== 'object') return { type: typeof first };
	const properties: Record<string, unknown[]> = {};
	for (const value of given) {
		for (const [name, entry] of Object.entries(value as object)) (properties[name] ??= []).push(entry);
	}
	return {
		type: 'object',
		properties: Object.fromEntries(
			Object.entries(properties).map(([name, entries]) => [name, UNTOUCHED.has(name) ? { type: 'object' } : schemaOf(entries)]),
		),
	};
}
