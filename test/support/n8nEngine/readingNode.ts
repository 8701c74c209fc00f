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
	/**
	 * What n8n gives for the field: what it gave to our panel where that asked for the whole of it, else what it gives when it is asked once more.
	 * Its interpreter does not always give the same twice: of two answers for `{ "\"": 2 }`, one had the name right, and the other had a backslash.
	 */
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
		const { counted, calls } = countedContext(context);
		const reader = panelReader(counted);
		const panel = (name: string, index: number): Pick<FieldReading, 'ours' | 'asked'> & { given?: Outcome } => {
			calls.length = 0;
			const ours = outcomeOf(() => reader(index)(name));
			const given = calls.find((call) => call.name === name && call.index === index)?.given;
			return { ours, asked: calls.map((call) => call.name), ...(given && { given }) };
		};
		// What n8n gives may be the item's own data, and it writes into that: so our reading comes first.
		const panels = names.map((name) => items.map((_, index) => panel(name, index)));
		const reading = (name: string, index: number, { ours, asked, given }: ReturnType<typeof panel>): FieldReading => ({
			ours, asked, hosts: hostsOutcome(given ?? outcomeOf(() => fromHost(context, name, index))),
		});
		read = Object.fromEntries(names.map((name, at) => [name, panels[at]!.map((ofItem, index) => reading(name, index, ofItem))]));
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

/** A question to n8n for a field or a part of it, and what it gave. */
interface HostCall {
	name: string;
	index: number;
	given: Outcome;
}

/** The same context, with a list of what n8n was asked for. */
function countedContext(context: IExecuteFunctions): { counted: IExecuteFunctions; calls: HostCall[] } {
	const calls: HostCall[] = [];
	const getNodeParameter = (name: string, index: number, fallback: unknown): unknown => {
		const call: HostCall = { name, index, given: { error: 'n8n has not answered' } };
		calls.push(call);
		try {
			const value: unknown = context.getNodeParameter(name, index, fallback as object);
			call.given = { value };
			return value;
		} catch (error) {
			call.given = { error: messageOf(error) };
			throw error;
		}
	};
	return { calls, counted: Object.assign(Object.create(context) as IExecuteFunctions, { getNodeParameter }) };
}

function fromHost(context: IExecuteFunctions, name: string, index: number): unknown {
	return context.getNodeParameter(name, index, null as unknown as object);
}

/** As our panel hands a value on: a chosen entry of a list as its id, and nothing for null. */
function hostsOutcome(given: Outcome): Outcome {
	return 'value' in given ? { value: resourceLocatorValue(given.value) ?? undefined } : given;
}

function outcomeOf(read: () => unknown): Outcome {
	try {
		return { value: read() };
	} catch (error) {
		return { error: messageOf(error) };
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
