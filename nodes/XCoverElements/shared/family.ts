import type { INodeProperties } from 'n8n-workflow';

/** The two kinds of access that Cover Genius hands out: bearer tokens of XCover Elements, or signed requests. */
export type Family = 'elements' | 'signature';

/** Which kind of access is used. A user cannot know beforehand which one Cover Genius gives. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'Elements', value: 'elements', description: 'You have a client ID and a client secret from Cover Genius' },
		{ name: 'Signature', value: 'signature', description: 'You have an API key and an API secret from Cover Genius, as new partners do' },
	],
	default: 'signature',
	description: 'Which kind of access you have from Cover Genius',
};
