import type { INodeProperties } from 'n8n-workflow';

import type { AnyOperation, ParameterReader } from '../../../engine/operation/operation';
import { TINY_PNG } from './tinyPng';
import { SERVICES, type ServiceUnderTest } from '../services';
import { atTimeOfRun } from '../services/exampleDays';

/** An operation of a node with a panel that is filled in well. */
export interface FilledIn {
	readonly service: ServiceUnderTest;
	/** `resource.operation` */
	readonly name: string;
	readonly operation: AnyOperation;
	readonly values: Readonly<Record<string, unknown>>;
}

/** Every operation of every service, filled in with its example. */
export const FILLED_IN: readonly FilledIn[] = SERVICES.flatMap((service) =>
	service.resources.flatMap(({ name: resource, operations }) =>
		operations.map((operation) => {
			const name = `${resource}.${operation.name}`;
			return { service, name, operation, values: withDefaults(operation.properties, atTimeOfRun(service.examples[name] ?? {})) };
		}),
	),
);

/** A panel as n8n resolves it: `options.notes` is the field `notes` inside `options`. */
export function panelOf(values: Readonly<Record<string, unknown>>): ParameterReader {
	const read: ParameterReader = (name, fallback) => {
		let value: unknown = values;
		for (const part of name.split('.')) {
			value = typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined;
		}
		return value ?? fallback;
	};
	// Whatever binary field is named, an image is in it.
	read.file = () => ({ bytes: async () => await Promise.resolve(TINY_PNG) });
	return read;
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
