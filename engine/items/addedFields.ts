import type { INodeProperties } from 'n8n-workflow';

import type { Fault } from '../failure';
import { isNothing } from '../fieldKinds/reading';
import { isObject } from '../values';
import { resourceLocatorValue } from './resourceLocatorValue';
import type { AnyOperation, ParameterReader } from '../operation/operation';
import { optionsCollection } from './resources';

/** What is wrong with the fields that a person has added to the collections of a panel. */
export interface AddedFaults {
	faults: Fault[];
	/** What those collections are called: that they set nothing is told by the fields in them. */
	collections: string[];
}

/** A collection of a panel, as far as its added fields are concerned. */
export type Collection = Pick<INodeProperties, 'displayName' | 'name' | 'options'>;

/** The collections of an operation's panel, to whose fields a person adds one by one. */
export function collectionsOf(operation: AnyOperation): INodeProperties[] {
	return [...operation.properties.filter(({ type }) => type === 'collection'), optionsCollection(operation, 1)];
}

/**
 * The added fields of an item that come to nothing. A cell with 0 may come as `null` and a misspelt name as `undefined`; left out in
 * silence, an update would go out without the one thing that it was for. Whoever wants a field left as it is removes it.
 */
export function addedFaults(collections: readonly Collection[], read: ParameterReader): AddedFaults {
	const found = collections.map((collection) => ({ name: collection.displayName, faults: faultsIn(collection, read(collection.name)) }));
	const faulty = found.filter(({ faults }) => faults.length > 0);
	return { faults: faulty.flatMap(({ faults }) => faults), collections: faulty.map(({ name }) => name) };
}

/** For a column that is empty in some rows: no text says "none" at every partner, so none is advised. */
const SOME_HAVE_ONE = '. Where only some items have one, let an If node part them: those with one go to a node with this field, the others to one without it';

function faultsIn({ options = [] }: Collection, given: unknown): Fault[] {
	if (!isObject(given)) return [];
	return options.flatMap((field): Fault[] => {
		if (!Object.hasOwn(given, field.name)) return [];
		const value = resourceLocatorValue(given[field.name]);
		if (!comesToNothing(value)) return [];
		const advice = `Give it a value, or remove the field to leave it as it is${'type' in field && field.type === 'string' ? SOME_HAVE_ONE : ''}`;
		return [{ field: 'displayName' in field ? field.displayName : field.name, expected: `was added and comes to nothing (${named(value)}). ${advice}` }];
	});
}

/** Also a table without rows, and a list without entries or with blank ones alone. */
function comesToNothing(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(comesToNothing);
	if (isObject(value)) return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(comesToNothing);
	// What a calculation gives of nothing.
	return isNothing(value) || Number.isNaN(value);
}

function named(value: unknown): string {
	if (typeof value === 'string') return value === '' ? 'empty text' : 'blanks';
	return typeof value === 'object' && value !== null ? 'no entries' : String(value);
}
