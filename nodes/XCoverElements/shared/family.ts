import type { INodeProperties } from 'n8n-workflow';

import type { OnlyFor } from '../../../engine/operation/operation';

/** The two kinds of access that Cover Genius hands out: bearer tokens of XCover Elements, or signed requests. */
export type Family = 'elements' | 'signature';

const FIELD = 'authentication';

/** Which kind of access is used. A user cannot know beforehand which one Cover Genius gives; new partners get signed requests. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: FIELD,
	type: 'options',
	// All items of a run go out with one kind of access.
	noDataExpression: true,
	options: [
		// First, as n8n 2.8 begins a new credential with the first choice.
		{ name: 'XCover Signature', value: 'signature', description: 'You have an API key, an API secret and a partner code from Cover Genius, as new partners do' },
		{ name: 'XCover Elements', value: 'elements', description: 'You have a client ID and a client secret from Cover Genius' },
	],
	default: 'signature',
	description: 'Which kind of access you have from Cover Genius',
};

/** The credentials of a node, each for its kind of access. */
export const familyCredentials = [
	{ name: 'xCoverSignatureApi', required: true, displayOptions: { show: { [FIELD]: ['signature'] } } },
	{ name: 'xCoverElementsApi', required: true, displayOptions: { show: { [FIELD]: ['elements'] } } },
];

/** Of an operation that is there for one kind of access. */
export const FOR: Readonly<Record<Family, { readonly onlyFor: OnlyFor }>> = {
	elements: { onlyFor: { field: FIELD, values: ['elements'] } },
	signature: { onlyFor: { field: FIELD, values: ['signature'] } },
};
