import { randomBytes } from 'crypto';
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { placeOf } from '../../../engine/webhook/eventMemory';

type Context = Pick<IHookFunctions | IWebhookFunctions, 'getWorkflow' | 'getNode' | 'getWorkflowStaticData'>;

/** What a node remembers of its registrations, in its static data. */
export interface Registered {
	secret: string | undefined;
	/** The address it registered last. */
	url: string | undefined;
	/** Types of event that it held then. */
	events: string[];
}

const STORED = 'registered';
const SECRET_BYTES = 32;

/**
 * Secrets by node, for as long as this process runs. n8n stores static data only once all is registered, and the first notification may be
 * faster; and a workflow that ends then may store the static data as it was before.
 */
const known = new Map<string, string>();

/** What is remembered; nothing of it where nothing was registered yet. */
export function registeredOf(context: Context): Registered {
	const stored: unknown = context.getWorkflowStaticData('node')[STORED];
	const { secret, url, events } = isObject(stored) ? stored : ({} as IDataObject);
	return { secret: textOf(secret), url: textOf(url), events: Array.isArray(events) ? (events as unknown[]).map(String) : [] };
}

/** Remembers it. n8n stores it later. */
export function remember(context: Context, { secret, url, events }: Registered): void {
	context.getWorkflowStaticData('node')[STORED] = { secret, url, events: [...events] };
}

/**
 * The secret of the node's registrations, a new one where it has none.
 *
 * @param kind of the address: those for a test have a secret of their own
 * @param registered the one that its registrations at Tradevest have already
 */
export function ownSecret(context: Context, kind: 'production' | 'test', registered?: string): string {
	const secret = knownSecret(context, kind) ?? registered ?? randomBytes(SECRET_BYTES).toString('base64url');
	keepSecret(context, kind, secret);
	return secret;
}

/** The same; undefined where there is none. */
export function knownSecret(context: Context, kind: 'production' | 'test'): string | undefined {
	return registeredOf(context).secret ?? known.get(keyOf(context, kind));
}

/** What Tradevest may send: the stored one, and the one that this process knows, which may be newer. */
export function registeredSecrets(context: Context, kind: 'production' | 'test'): string[] {
	const secrets = [registeredOf(context).secret, known.get(keyOf(context, kind))];
	return [...new Set(secrets.filter((secret) => secret !== undefined))];
}

/** Keeps a secret for as long as this process runs. */
export function keepSecret(context: Context, kind: 'production' | 'test', secret: string): void {
	known.set(keyOf(context, kind), secret);
}

/** Puts the secret back where something has stored the static data without it. */
export function restoreSecret(context: Context): void {
	const { secret, ...rest } = registeredOf(context);
	const kept = known.get(keyOf(context, 'production'));
	if (secret === undefined && kept !== undefined) remember(context, { ...rest, secret: kept });
}

function keyOf(context: Context, kind: string): string {
	return `${kind}/${placeOf(context)}`;
}
