import type { ParameterReader } from '../../../engine/operation/operation';
import { TINY_PNG } from './tinyPng';

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
