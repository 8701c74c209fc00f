import { isObject } from '../values';
import { plainPath, type PlainPath } from './plainPath';

/**
 * How the value of a field, or of a part of it, is had for an item. `name` is what n8n calls it, such as `lines.line[0].option`.
 *
 * - `fixed`: as it stands in the node;
 * - `path`: from the item itself;
 * - `asked`: from n8n;
 * - `members`, `entries`: of an object or a list, each in its own way.
 */
export type FieldPlan =
	| { readonly kind: 'fixed'; readonly value: unknown }
	| { readonly kind: 'path'; readonly name: string; readonly path: PlainPath }
	| { readonly kind: 'asked'; readonly name: string }
	| { readonly kind: 'members'; readonly name: string; readonly members: ReadonlyArray<readonly [string, FieldPlan]> }
	| { readonly kind: 'entries'; readonly name: string; readonly entries: readonly FieldPlan[] };

/**
 * How a field is read, by what stands in the node: the same for all items of a run.
 *
 * @param parameters of the node
 * @param name as n8n takes it: `notes`, `options.notes`, `lines.line`
 */
export function fieldPlan(parameters: unknown, name: string): FieldPlan {
	let value = parameters;
	for (const part of name.split('.')) {
		// The field stands in a collection that is an expression as a whole.
		if (isExpression(value)) return { kind: 'asked', name };
		value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
	}
	return planOf(value, name) ?? { kind: 'asked', name };
}

/** Expressions that n8n answers otherwise when it is asked for them alone: from the fields beside them, or for a model that calls the node. */
const OF_THE_WHOLE = /arameter|evaluateExpression|fromAI/i;
/** A member that n8n finds under its name: other names it reads as ways into something else. */
const FOUND_BY_NAME = /^(?!__proto__$)\w+$/;

/** @returns undefined where n8n is to be asked for the whole */
function planOf(value: unknown, name: string): FieldPlan | undefined {
	if (isExpression(value)) {
		const path = plainPath(value);
		if (path) return { kind: 'path', name, path };
		return OF_THE_WHOLE.test(value) ? undefined : { kind: 'asked', name };
	}
	if (typeof value !== 'object' || value === null) return { kind: 'fixed', value };
	const members: Array<readonly [string, FieldPlan]> = [];
	for (const [member, held] of Object.entries(value)) {
		const plan = planOf(held, Array.isArray(value) ? `${name}[${member}]` : `${name}.${member}`);
		if (plan === undefined) return undefined;
		members.push([member, plan]);
	}
	if (members.every(([, { kind }]) => kind === 'fixed')) return { kind: 'fixed', value };
	if (Array.isArray(value)) return { kind: 'entries', name, entries: members.map(([, plan]) => plan) };
	return members.every(([member]) => FOUND_BY_NAME.test(member)) ? { kind: 'members', name, members } : undefined;
}

/** n8n's own mark: text that begins with `=`. */
function isExpression(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('=');
}
