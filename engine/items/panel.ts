import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ParameterReader } from '../operation/operation';
import { expressionItems, type ItemsContext } from './expressionItems';
import { fieldPlan, type FieldPlan } from './fieldPlan';
import { plainValue, UNSURE } from './plainValue';
import { resourceLocatorValue } from './resourceLocatorValue';

/**
 * Reads the panel for each item, and asks n8n as little as possible: resolving ten fields for each of 1,000 items takes longer than the
 * requests do.
 *
 * - A field without an expression is the same for all items, and n8n is asked once.
 * - An expression that only names a place in the item is read there.
 * - n8n is asked for each other expression, once for an item, however often that item's field is read.
 */
export function panelReader(context: Pick<IExecuteFunctions, 'getNodeParameter'> & ItemsContext): (index: number) => ParameterReader {
	const parameters: unknown = context.getNode().parameters;
	const fields = new Map<string, Field>();
	const values = new ItemValues(context);

	const fieldOf = (name: string): Field => {
		const known = fields.get(name);
		if (known) return known;
		const field = { name, plan: fieldPlan(parameters, name) };
		fields.set(name, field);
		return field;
	};
	return (index) => (name, fallback) => resourceLocatorValue(values.read(fieldOf(name), index)) ?? fallback;
}

/** A field of the panel. Its plan changes where n8n turns out to give another value for the whole than for its parts. */
interface Field {
	readonly name: string;
	plan: FieldPlan;
}

/** The values of fields, for one item after the other. */
class ItemValues {
	/** Of fields that are the same for all items. */
	private readonly fixed = new Map<string, unknown>();
	/** What n8n was asked for the item at `index`. Of the items before nothing is kept: there may be many. */
	private asked = new Map<string, unknown>();
	private index = -1;
	private items: readonly INodeExecutionData[] | undefined | 'not looked for' = 'not looked for';

	constructor(private readonly context: Pick<IExecuteFunctions, 'getNodeParameter'> & ItemsContext) {}

	read(field: Field, index: number): unknown {
		const { name, plan } = field;
		if (plan.kind === 'fixed') return this.fixedValue(name, index);
		if (index !== this.index) {
			this.asked = new Map();
			this.index = index;
		}
		if (plan.kind === 'asked') return this.ask(name);
		if (plan.kind === 'path') return this.valueAt(plan);
		const whole = this.assembled(plan);
		if (whole !== UNSURE) return whole;
		field.plan = { kind: 'asked', name };
		return this.ask(name);
	}

	private fixedValue(name: string, index: number): unknown {
		if (!this.fixed.has(name)) this.fixed.set(name, this.fromHost(name, index));
		return this.fixed.get(name);
	}

	/** From parts, in the order in which n8n resolves them. */
	private assembled(plan: FieldPlan): unknown {
		switch (plan.kind) {
			case 'fixed':
				return plan.value;
			case 'path':
			case 'asked': {
				const value = plan.kind === 'path' ? this.valueAt(plan) : this.ask(plan.name);
				return isDateOfHost(value) ? UNSURE : value;
			}
			case 'entries': {
				const entries = plan.entries.map((entry) => this.assembled(entry));
				return entries.includes(UNSURE) ? UNSURE : entries;
			}
			case 'members': {
				const members = plan.members.map(([member, part]) => [member, this.assembled(part)] as const);
				return members.some(([, value]) => value === UNSURE) ? UNSURE : Object.fromEntries(members);
			}
		}
	}

	private valueAt({ name, path }: FieldPlan & { kind: 'path' }): unknown {
		if (this.items === 'not looked for') this.items = expressionItems(this.context);
		const value = plainValue(this.items?.[this.index]?.json, path);
		return value === UNSURE ? this.ask(name) : value;
	}

	private ask(name: string): unknown {
		if (!this.asked.has(name)) this.asked.set(name, this.fromHost(name, this.index));
		return this.asked.get(name);
	}

	private fromHost(name: string, index: number): unknown {
		// n8n throws where a parameter is not there and the fallback is undefined; null it hands back.
		return this.context.getNodeParameter(name, index, null as unknown as object);
	}
}

/** n8n writes a date of its own as text where it stands in an object, and leaves it where it is the whole field. */
function isDateOfHost(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'isLuxonDateTime' in value;
}
