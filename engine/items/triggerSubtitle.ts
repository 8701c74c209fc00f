import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/**
 * The subtitle of a trigger: the events it starts on, in the words of its list, not in the values that are stored. An expression that
 * n8n's editor evaluates, so that it follows what is chosen.
 *
 * @param fields of the trigger; the one named `events` holds the list
 * @param none what it says where none is chosen
 */
export function triggerSubtitle(fields: readonly INodeProperties[], none = 'All events'): string {
	const { options = [] } = fields.find(({ name }) => name === 'events') ?? {};
	const words = Object.fromEntries((options as INodePropertyOptions[]).map(({ name, value }) => [String(value), name]));
	return `={{ $parameter["events"].map((chosen) => (${JSON.stringify(words)})[chosen]).join(", ") || ${JSON.stringify(none)} }}`;
}
