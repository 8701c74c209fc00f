import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import type { EntityChange } from './types';

/** What of a thing is no change of its own. */
const NOT_LOGGED: readonly string[] = ['modifiedOn'];

/** What was changed of entities, the oldest first (tv:api-reference/changelogs/new-changelogs). */
export class Changelog {
	private entries: EntityChange[] = [];

	/** @param createdOn ISO 8601 */
	add(itemType: string, itemId: string, createdOn: string, before: object, after: object): void {
		const old = new Map<string, unknown>(Object.entries(before));
		const changes = Object.entries(after)
			.filter(([name, value]) => !NOT_LOGGED.includes(name) && !isDeepStrictEqual(value, old.get(name)))
			.map(([name, value]) => ({ type: 'REPLACE', path: `/${name}`, oldValue: old.get(name) ?? null, value }));
		if (changes.length > 0) this.entries.push({ itemType, entryId: randomUUID(), itemId, createdOn, changes, source: 'PARTNER_SYSTEM' });
	}

	view(): EntityChange[] {
		return [...this.entries];
	}

	reset(): void {
		this.entries = [];
	}
}
