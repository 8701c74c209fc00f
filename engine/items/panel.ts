import type { IExecuteFunctions } from 'n8n-workflow';

import { resourceLocatorValue } from './resourceLocatorValue';
import type { ParameterReader } from '../operation/operation';

/**
 * Reads the panel for each item. A field that holds no expression is the same for all items, and is asked of n8n once:
 * resolving ten fields for each of 1,000 items takes longer than the requests do.
 */
export function panelReader(context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter'>): (index: number) => ParameterReader {
	const raw: unknown = context.getNode().parameters;
	const fixed = new Map<string, { value: unknown } | undefined>();

	const resolve = (name: string, index: number, fallback: unknown): unknown => {
		// n8n throws where a parameter is not there and the fallback is undefined; null it hands back.
		const value: unknown = context.getNodeParameter(name, index, (fallback ?? null) as object);
		return resourceLocatorValue(value);
	};
	return (index) => (name, fallback) => {
		if (!fixed.has(name)) fixed.set(name, isFixed(raw, name) ? { value: resolve(name, index, null) } : undefined);
		const known = fixed.get(name);
		return (known ? known.value : resolve(name, index, fallback)) ?? fallback;
	};
}

/** Whether a field, and all that it stands in, holds no expression. */
function isFixed(parameters: unknown, name: string): boolean {
	let value = parameters;
	for (const part of name.split('.')) {
		if (isExpression(value)) return false;
		value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
	}
	return !holdsExpression(value);
}

function holdsExpression(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return isExpression(value);
	return Object.values(value).some(holdsExpression);
}

/** n8n's own mark: text that begins with `=`. */
function isExpression(value: unknown): boolean {
	return typeof value === 'string' && value.startsWith('=');
}
