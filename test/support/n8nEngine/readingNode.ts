import type { ICredentialType, IDataObject, IExecuteFunctions, INode, INodeParameters, INodeType } from 'n8n-workflow';

import { panelReader } from '../../../engine/items/panel';
import { resourceLocatorValue } from '../../../engine/items/resourceLocatorValue';
import { Engine } from './n8nEngine';

/** What reading came to: a value, or an error's message. */
export type Outcome = { value: unknown } | { error: string };

/** One field of one item. */
export interface FieldReading {
	/** What our panel reads. */
	ours: Outcome;
	/** What n8n gives when it is asked for the field. */
	hosts: Outcome;
	/** The fields and parts of fields that our panel asked n8n for. */
	asked: string[];
}

const credentialType: ICredentialType = { name: 'none', displayName: 'None', properties: [] };

/**
 * Reads each of a node's fields for each item, on n8n's engine: through our panel, and by asking n8n.
 *
 * @param items the data of each; may be what no partner would send
 * @param parameters of the node, a member a field
 * @returns by field and item
 */
export async function readings(items: readonly unknown[], parameters: INodeParameters, settings: Partial<Pick<INode, 'rewireOutputLogTo'>> = {}): Promise<Record<string, FieldReading[]>> {
	const names = Object.keys(parameters);
	let read: Record<string, FieldReading[]> | undefined;
	await runAs(items, parameters, settings, (context) => {
		const { counted, asked } = countedContext(context);
		const reader = panelReader(counted);
		const panel = (name: string, index: number): Pick<FieldReading, 'ours' | 'asked'> => {
			asked.length = 0;
			const ours = outcomeOf(() => reader(index)(name));
			return { ours, asked: [...asked] };
		};
		// What n8n gives may be the item's own data, and it writes into that: so our reading comes first.
		const ours = names.map((name) => items.map((_, index) => panel(name, index)));
		read = Object.fromEntries(names.map((name, at) => [name, items.map((_, index): FieldReading => ({ ...ours[at]![index]!, hosts: hostsOutcome(context, name, index) }))]));
	});
	if (!read) throw new Error('n8n did not run the node');
	return read;
}

/** Runs a node of these parameters once, with all items. @throws what the node throws */
export async function runAs(items: readonly unknown[], parameters: INodeParameters, settings: Partial<Pick<INode, 'rewireOutputLogTo'>>, work: (context: IExecuteFunctions) => void): Promise<void> {
	let failed: { error: unknown } | undefined;
	const nodeType: INodeType = {
		description: {
			displayName: 'Reading', name: 'reading', group: ['transform'], version: 1, description: 'Reads its fields', defaults: {}, inputs: ['main'], outputs: ['main'],
			properties: Object.keys(parameters).map((name) => ({ displayName: name, name, type: 'string', default: '' })),
		},
		execute: async function (this: IExecuteFunctions) {
			try {
				work(this);
			} catch (error) {
				failed = { error };
			}
			return [[]];
		},
	};
	await new Engine({ nodeType, credentialType, credential: {} }).run({ items: items as IDataObject[], parameters, settings });
	if (failed) throw failed.error;
}

/** The same context, with a list of what n8n was asked for. */
export function countedContext(context: IExecuteFunctions): { counted: IExecuteFunctions; asked: string[] } {
	const asked: string[] = [];
	const getNodeParameter = (name: string, index: number, fallback: unknown): unknown => {
		asked.push(name);
		return context.getNodeParameter(name, index, fallback as object);
	};
	return { asked, counted: Object.assign(Object.create(context) as IExecuteFunctions, { getNodeParameter }) };
}

function hostsOutcome(context: IExecuteFunctions, name: string, index: number): Outcome {
	return outcomeOf(() => resourceLocatorValue(context.getNodeParameter(name, index, null as unknown as object)) ?? undefined);
}

function outcomeOf(read: () => unknown): Outcome {
	try {
		return { value: read() };
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	}
}
