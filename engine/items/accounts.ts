import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CHECK_FIELD } from '../token/checkField';
import { FIXED_FIELDS, isSameForAllItems } from '../token/fixedFields';
import { senderWith, type Sender } from '../transport/sender';
import type { HostContext } from '../transport/hostContext';
import type { SenderOptions } from '../transport/senderOptions';
import { runPool } from './pool';

/** The items of a run that go out with one and the same credential, in their order. */
export interface AccountItems {
	readonly sender: Sender;
	/** Of the input items. */
	readonly indexes: readonly number[];
}

/** How a run's items are spread over credentials. */
export interface Accounts {
	/** In the order of their first items; one, mostly. */
	readonly accounts: readonly AccountItems[];
	/** What n8n threw for items whose credential could not be read, by index. */
	readonly unread: ReadonlyMap<number, unknown>;
}

/** How many credentials are read at a time. n8n reads each from its database. */
const READS_AT_ONCE = 10;
const NOT_ENTERED = new Set([FIXED_FIELDS, CHECK_FIELD]);

/**
 * Reads the credential, for each item where a field of it holds an expression, which may depend on the item, and sorts the items
 * by what came of it. Anything less could send an order with another one's account.
 *
 * An item whose credential cannot be read is noted, be it the first: where the node throws and the run is to go on after failures,
 * n8n puts out what came in, as if all were done.
 */
export async function accountsOf(context: HostContext, options: SenderOptions, itemCount: number): Promise<Accounts> {
	const read: ICredentialDataDecryptedObject[] = [];
	const unread = new Map<number, unknown>();
	const readAt = async (index: number): Promise<void> => {
		try {
			read[index] = await context.getCredentials(options.credentialType, index);
		} catch (error) {
			unread.set(index, error);
		}
	};
	let first = 0;
	await readAt(first);
	while (!read[first] && first + 1 < itemCount) await readAt((first += 1));
	const shown = read[first];
	if (!shown) return { accounts: [], unread };
	if (isSameForAllItems(shown)) {
		const indexes = Array.from({ length: Math.max(0, itemCount - first) }, (_, at) => first + at);
		return { accounts: [{ indexes, sender: senderWith(context, options, shown) }], unread };
	}
	await runPool(itemCount - first - 1, READS_AT_ONCE, async (at) => await readAt(first + 1 + at));
	const groups = new Map<string, number[]>();
	read.slice(0, itemCount).forEach((credentials, index) => {
		const key = asEntered(credentials);
		const indexes = groups.get(key);
		if (indexes) indexes.push(index);
		else groups.set(key, [index]);
	});
	const accounts = [...groups.values()].map((indexes) => ({ indexes, sender: senderWith(context, options, read[indexes[0]!]!) }));
	return { accounts, unread };
}

/** All that a person has entered, resolved. Once something was sent with a credentials object, the field beside it differs. */
function asEntered(credentials: ICredentialDataDecryptedObject): string {
	return JSON.stringify(Object.entries(credentials).filter(([name]) => !NOT_ENTERED.has(name)));
}
