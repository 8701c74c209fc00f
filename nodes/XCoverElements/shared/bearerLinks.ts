import type { IDataObject, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { isObject } from '../../../engine/values';

/**
 * What opens personal data to whoever has it, without signing in: the certificate of insurance (`coi`, with `url` and `pdf`), the pages of the
 * customer's account, claims and cancellation, and the token in such links (recordings, and seen in 2026).
 */
const BEARER_LINKS = ['coi', 'account_url', 'security_token', 'sign_up_url', 'fnol_link', 'cancel_link'] as const;

/** The switch for them, among the options. */
export const includeLinks: INodeProperties = {
	displayName: 'Include Links to Personal Data',
	name: 'includeLinks',
	type: 'boolean',
	default: false,
	description: 'Whether to put out coi, account_url, security_token and other links with that token. Whoever has one of these reads the data of the customer without signing in, and n8n stores what a node puts out: leave it off unless you need them.',
};

/** What XCover sent without such links, at any depth: a booking has them, and so may its policies. */
export function withoutLinks(object: IDataObject): IDataObject {
	return without(object) as IDataObject;
}

function without(value: unknown): unknown {
	if (Array.isArray(value)) return (value as unknown[]).map(without);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([name, entry]) => (isLink(name) ? [] : [[name, without(entry)]])));
}

function isLink(name: string): boolean {
	return (BEARER_LINKS as readonly string[]).includes(name.toLowerCase());
}

/**
 * Names these links to n8n, to be spread into the description of a node. An n8n that knows `sensitiveOutputFields` (2.41) never shows them in
 * what people see of an execution; an older one leaves it alone.
 *
 * @param holders the fields of an output item that hold what XCover sent; none where the item itself is it
 */
export function sensitiveLinks(...holders: string[]): Partial<INodeTypeDescription> {
	return { sensitiveOutputFields: holders.length === 0 ? [...BEARER_LINKS] : holders.flatMap((holder) => BEARER_LINKS.map((name) => `${holder}.${name}`)) } as Partial<INodeTypeDescription>;
}
