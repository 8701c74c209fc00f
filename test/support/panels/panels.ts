import type { INodeProperties } from 'n8n-workflow';

import type { AnyOperation } from '../../../engine/operation/operation';
import { SERVICES, type ServiceUnderTest } from '../services';
import { atTimeOfRun } from '../services/exampleDays';

/** An operation of a node with a panel that is filled in well. */
export interface FilledIn {
	readonly service: ServiceUnderTest;
	/** `resource.operation`, and for what it is there where it is not for all. */
	readonly name: string;
	readonly operation: AnyOperation;
	readonly values: Readonly<Record<string, unknown>>;
}

/** Every operation of every service, filled in with its example. */
export const FILLED_IN: readonly FilledIn[] = SERVICES.flatMap((service) =>
	service.resources.flatMap(({ name: resource, operations }) =>
		operations.map((operation) => {
			const name = `${resource}.${operation.name}`;
			return { service, name: `${name}${operation.onlyFor ? ` (${operation.onlyFor.values.join(', ')})` : ''}`, operation, values: withDefaults(operation.properties, atTimeOfRun(exampleFor(service, name, operation) ?? {})) };
		}),
	),
);

/** An example that fits an operation: of one name there may be several. */
function exampleFor({ examples, variants }: ServiceUnderTest, name: string, { onlyFor }: AnyOperation): object | undefined {
	const all = [examples[name] ?? {}, ...(variants[name] ?? [])];
	return onlyFor ? all.find((example) => onlyFor.values.includes(String(example[onlyFor.field]))) : all[0];
}

/** The fields of an operation that must be filled in, as far as this panel shows them. */
export function requiredFields({ operation, values }: FilledIn): INodeProperties[] {
	return operation.properties.filter(({ required, displayOptions }) => {
		const shown = Object.entries(displayOptions?.show ?? {}).every(([name, allowed]) => (allowed as unknown[] | undefined)?.includes(values[name]));
		return required === true && shown;
	});
}

function withDefaults(properties: readonly INodeProperties[], given: object): Record<string, unknown> {
	const defaults = Object.fromEntries(properties.map(({ name, default: value }) => [name, plain(value)]));
	return { ...defaults, ...given };
}

/** The value in the default of a list to choose from. */
function plain(value: unknown): unknown {
	return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}
