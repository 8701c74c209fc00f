import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { AnyOperation, OnlyFor } from '../operation/operation';
import { MOST_ANSWER_MB } from '../transport/readJson';
import { timeoutField } from './timeoutField';

/** A thing at the partner and what can be done with it. */
export interface Resource {
	/** The option's value. Never renamed: workflows are stored with it. */
	readonly name: string;
	readonly displayName: string;
	/** In the order of the dropdown: alphabetical, as n8n wants long lists. */
	readonly operations: readonly AnyOperation[];
}

export type ResourceTable = readonly Resource[];

/** Requests in flight: the default for what may be repeated, and for writes that happen once, which go one by one. */
export const CONCURRENCY = { usual: 10, once: 1, most: 50 };

/**
 * The operations of the name that an item asks for: several where they share out the values of a field among themselves, and none where the
 * table has no such, as in a workflow made with a newer version.
 */
export function operationsNamed(table: ResourceTable, resource: string, operation: string): readonly AnyOperation[] {
	return table.find(({ name }) => name === resource)?.operations.filter(({ name }) => name === operation) ?? [];
}

/** Every operation of a resource once by name, whatever it is there for. */
export function distinctOperations({ operations }: Resource): readonly AnyOperation[] {
	return operations.filter(({ name }, at) => operations.findIndex((other) => other.name === name) === at);
}

/**
 * All properties of a node that is nothing but this table: the two dropdowns, each operation's fields shown for that
 * operation only, and an Options collection for each.
 *
 * @param usualTimeoutMs time-out of operations that set none of their own, in milliseconds
 */
export function resourceProperties(table: ResourceTable, usualTimeoutMs: number): INodeProperties[] {
	const first = table[0];
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: table.map(({ name, displayName, operations }) => ({ name: displayName, value: name, ...shownFor(operations) })),
			default: first?.name ?? '',
		},
		...table.map(operationDropdown),
		...table.flatMap((resource) =>
			resource.operations.flatMap((operation) => {
				const show = { resource: [resource.name], operation: [operation.name], ...shownFor([operation]).displayOptions?.show };
				const fields = [...operation.properties, optionsCollection(operation, usualTimeoutMs)];
				return fields.map((field) => ({
					...field,
					displayOptions: { ...field.displayOptions, show: { ...show, ...field.displayOptions?.show } },
				}));
			}),
		),
	];
}

/**
 * What a node shows under its name: operation and resource as its dropdowns have them. An expression that n8n's editor evaluates;
 * a value that the table does not have is shown as it is.
 */
export function resourceSubtitle(table: ResourceTable): string {
	const words = Object.fromEntries(
		table.map((resource) => [resource.name, [resource.displayName, Object.fromEntries(distinctOperations(resource).map((each) => [each.name, each.displayName]))]]),
	);
	const resource = '$parameter["resource"]';
	const operation = '$parameter["operation"]';
	return `={{ ((words) => (words[${resource}]?.[0] ?? ${resource}) + ": " + (words[${resource}]?.[1][${operation}] ?? ${operation}))(${JSON.stringify(words)}) }}`;
}

/** For what values of a field some operations are shown, between them; nothing where one of them is there for all. */
function shownFor(operations: readonly AnyOperation[]): Pick<INodePropertyOptions, 'displayOptions'> {
	const all = operations.map(({ onlyFor }) => onlyFor);
	if (!all.every((each): each is OnlyFor => each !== undefined)) return {};
	const show: Record<string, string[]> = {};
	for (const { field, values } of all) show[field] = [...new Set([...(show[field] ?? []), ...values])];
	return { displayOptions: { show } };
}

function operationDropdown(resource: Resource): INodeProperties {
	const operations = distinctOperations(resource);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.name] } },
		options: operations.map(({ name, displayName, action, description }) => ({
			name: displayName,
			value: name,
			action,
			description,
			...shownFor(resource.operations.filter((each) => each.name === name)),
		})),
		default: operations[0]?.name ?? '',
	};
}

/** The Options collection of an operation: what all have, and what it adds. */
export function optionsCollection(operation: AnyOperation, usualTimeoutMs: number): INodeProperties {
	const isOnce = operation.effect === 'once';
	const common: INodeProperties[] = [
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: CONCURRENCY.most },
			default: isOnce ? CONCURRENCY.once : CONCURRENCY.usual,
			description: 'How many requests may be under way at the same time',
		},
		timeoutField(operation.timeoutMs ?? usualTimeoutMs),
	];
	const batchSize: INodeProperties[] =
		'batch' in operation
			? [{
					displayName: 'Batch Size',
					name: 'batchSize',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: operation.batch.defaultSize,
					description: 'How many items may share one request',
				}]
			: [];
	const shareEqualReads: INodeProperties[] =
		operation.effect === 'read' && !('batch' in operation)
			? [{
					displayName: 'Share Equal Reads',
					name: 'shareEqualReads',
					type: 'boolean',
					default: true,
					description: 'Whether items that ask for the same share one request within a run. Turn it off to make a request for each item.',
				}]
			: [];
	const answerSize: INodeProperties[] =
		isOnce || 'file' in operation
			? []
			: [{
					displayName: 'Max Answer Size (MB)',
					name: 'maxAnswerMb',
					type: 'number',
					typeOptions: { minValue: 1, maxValue: MOST_ANSWER_MB.most },
					default: MOST_ANSWER_MB.usual,
					description: 'Largest answer that is read, in megabytes of JSON, unpacked. A larger one is an error, and does not fill the memory of n8n.',
				}];
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...common, ...answerSize, ...batchSize, ...shareEqualReads, ...(operation.options ?? [])].sort((a, b) =>
			a.displayName.localeCompare(b.displayName),
		),
	};
}
