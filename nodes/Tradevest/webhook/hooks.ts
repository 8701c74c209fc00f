import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { isSharedSecret } from '../../../engine/webhook/sharedSecret';

/** What Tradevest sends with each notification of a registration. */
export interface HookHeader {
	name: string;
	value: string;
}

/** A registration at Tradevest: one for each type of event, whoever made it. */
export interface Hook {
	eventType: string;
	url: string;
	headers: HookHeader[];
}

/** By what the node knows its own. */
export interface Own {
	url: string;
	/** Undefined before the first registration. It stays the same where the address of n8n changes. */
	secret: string | undefined;
}

/** Header that shows that Tradevest sends: it signs nothing. */
export const SECRET_HEADER = 'x-n8n-secret';
/** Header with the type of event: the body does not name it. */
export const EVENT_HEADER = 'x-n8n-event';
/** Header of a registration for a test in the editor: what stood there before, for who puts it back. */
const BEFORE_HEADER = 'x-n8n-before';
/** In that header, where nothing stood there. */
const NOTHING = 'nothing';

/** The registration that a node wants. */
export function wantedHook(eventType: string, url: string, secret: string): Hook {
	return { eventType, url, headers: [{ name: SECRET_HEADER, value: secret }, { name: EVENT_HEADER, value: eventType }] };
}

/**
 * A registration for a test in the editor. What it takes the place of goes with it, headers included: so it can be put back even where n8n
 * was killed meanwhile, and by another node as well.
 */
export function testHook(eventType: string, url: string, secret: string, before: Hook | undefined): Hook {
	const hook = wantedHook(eventType, url, secret);
	return { ...hook, headers: [...hook.headers, { name: BEFORE_HEADER, value: before === undefined ? NOTHING : packed(before) }] };
}

/** Whether a registration was made for a test in the editor. */
export function isTestHook(hook: Hook): boolean {
	return headerOf(hook, BEFORE_HEADER) !== undefined;
}

/** The registration that counts: behind one of a test what it has taken the place of. */
export function behindTest(hook: Hook | undefined): Hook | undefined {
	const before = hook && headerOf(hook, BEFORE_HEADER);
	if (hook === undefined || before === undefined) return hook;
	return before === NOTHING ? undefined : unpacked(before, hook);
}

/** The same registration of a test, with nothing behind it any more. */
export function withNothingBehind(hook: Hook): Hook {
	return { ...hook, headers: hook.headers.map(({ name, value }) => ({ name, value: name.toLowerCase() === BEFORE_HEADER ? NOTHING : value })) };
}

/** Whether a registration is the node's own: by the address, or by the secret that nobody else has. */
export function isOwn(hook: Hook, { url, secret }: Own): boolean {
	return hook.url === url || (secret !== undefined && isSharedSecret(headerOf(hook, SECRET_HEADER), [secret]));
}

/** Whether a registration sends what the wanted one would. */
export function isSame(hook: Hook | undefined, wanted: Hook): boolean {
	return hook !== undefined && !isTestHook(hook) && hook.url === wanted.url && wanted.headers.every(({ name, value }) => headerOf(hook, name) === value);
}

/** The secret that a registration sends. */
export function secretOf(hook: Hook): string | undefined {
	return headerOf(hook, SECRET_HEADER);
}

/** The host of an address, for messages: the rest of it may hold a secret. */
export function hostOf(url: string): string {
	return /^[a-z]+:\/\/(?:[^/?#]*@)?([^/?#@]+)/i.exec(url)?.[1] ?? 'an address that cannot be read';
}

/** A registration as Tradevest answers it (tv:api-reference/webhooks); undefined where it is none. */
export function hookIn(row: IDataObject): Hook | undefined {
	const [eventType, url] = [textOf(row.eventType), textOf(row.url)];
	if (eventType === undefined || url === undefined) return undefined;
	const headers = Array.isArray(row.headers) ? (row.headers as unknown[]).filter(isObject) : [];
	return { eventType, url, headers: headers.flatMap(({ name, value }) => (textOf(name) === undefined ? [] : [{ name: String(name), value: String(value ?? '') }])) };
}

/** Names of headers are the same in capitals or not, and a partner may write them anew. */
function headerOf({ headers }: Hook, name: string): string | undefined {
	return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function packed({ url, headers }: Hook): string {
	return Buffer.from(JSON.stringify({ url, headers }), 'utf8').toString('base64url');
}

/** What cannot be unpacked is not ours to read: then the registration itself counts. */
function unpacked(text: string, hook: Hook): Hook {
	try {
		const row: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
		return (isObject(row) ? hookIn({ ...row, eventType: hook.eventType }) : undefined) ?? hook;
	} catch {
		return hook;
	}
}
