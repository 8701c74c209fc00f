import type { INodeTypeDescription } from 'n8n-workflow';

import { SrsSipsOrderWatch } from '../../../nodes/SrsSips/SrsSipsOrderWatch.node';
import { SrsSipsTrigger } from '../../../nodes/SrsSips/SrsSipsTrigger.node';

/** What n8n's editor makes of it: the part between the braces, evaluated. */
function subtitleOf({ subtitle = '' }: INodeTypeDescription, events: string[]): unknown {
	const [, expression = ''] = /^=\{\{ (.+) \}\}$/.exec(subtitle) ?? [];
	// The text is the node's own.
	return new Function('$parameter', `return ${expression}`)({ events }) as unknown;
}

describe('what a trigger shows under its name', () => {
	it.each([
		['SRS SIPS Trigger', new SrsSipsTrigger().description, ['DU', 'other'], 'Delivery Update, Other'],
		['SRS SIPS Trigger', new SrsSipsTrigger().description, [], 'All events'],
		['SRS SIPS Order Watch', new SrsSipsOrderWatch().description, ['orderLost', 'newInvoice'], 'Order Lost, New Invoice'],
		['SRS SIPS Order Watch', new SrsSipsOrderWatch().description, [], 'All events'],
	])('%s: the events in words', (_name, description, events, words) => {
		expect(subtitleOf(description, events)).toBe(words);
	});
});
