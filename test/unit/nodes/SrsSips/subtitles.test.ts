import type { INodeTypeDescription } from 'n8n-workflow';

import { SrsSips } from '../../../../nodes/SrsSips/SrsSips.node';
import { SrsSipsOrderWatch } from '../../../../nodes/SrsSips/SrsSipsOrderWatch.node';
import { SrsSipsTrigger } from '../../../../nodes/SrsSips/SrsSipsTrigger.node';

/** What n8n's editor makes of it: the part between the braces, evaluated. */
function subtitleOf({ subtitle = '' }: INodeTypeDescription, parameters: Record<string, unknown>): unknown {
	const [, expression = ''] = /^=\{\{ (.+) \}\}$/.exec(subtitle) ?? [];
	// n8n takes the first two braces that close for the end.
	expect(expression).not.toMatch(/\}\}/);
	// The text is the node's own.
	return new Function('$parameter', `return ${expression}`)(parameters) as unknown;
}

const [node, trigger, watch] = [new SrsSips().description, new SrsSipsTrigger().description, new SrsSipsOrderWatch().description];

describe('what a node shows under its name on the canvas', () => {
	it.each([
		['the operation', node, { resource: 'branch', operation: 'getAllForCustomer' }, 'Branch: Get Many for Customer'],
		['the operation', node, { resource: 'order', operation: 'submit' }, 'Order: Submit'],
		['what it does not know as it is', node, { resource: 'order', operation: 'later' }, 'Order: later'],
		['what it does not know as it is', node, { resource: 'later', operation: 'get' }, 'later: get'],
		['the events of the trigger', trigger, { events: ['DU', 'other'] }, 'Delivery Update, Other'],
		['that all events start it', trigger, { events: [] }, 'All events'],
		['the events of the watch', watch, { events: ['orderLost', 'newInvoice'] }, 'Order Lost, New Invoice'],
		['that all events start it', watch, { events: [] }, 'All events'],
	])('is %s, in words', (_what, description, parameters, words) => {
		expect(subtitleOf(description, parameters)).toBe(words);
	});
});
