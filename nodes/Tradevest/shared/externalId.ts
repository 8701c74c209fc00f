import type { INodeProperties } from 'n8n-workflow';

import { contentHash } from '../../../engine/idempotency/contentHash';
import type { FieldReader } from '../../../engine/items/fields';
import { keySentAgain, type SentAgain } from '../../../engine/items/sendAgain';

const LABEL = 'External ID';

/** Signs of the hash: 24 hold 144 bits, so that two contents never share one. */
const SIGNS = 24;

/** By what Tradevest knows a second try for one. */
export interface Keyed {
	/** As a person gave it; else `''`. */
	givenId: string;
	/** `''` where Tradevest takes none. */
	externalId: string;
	/** What makes two the same, without that a person wants it once more: the External ID that was given, or the content as a hash. */
	keyedBy: string;
}

/** Tradevest refuses a second thing with the same (api-reference/entities). */
export const externalIdField: INodeProperties = {
	displayName: LABEL,
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. np-1001',
	description: 'Your own ID, unique in your system: Tradevest refuses a second one. Left empty, one is made of the content, the same whenever the same is asked for. It stays taken for ever, also by what Tradevest refuses.',
};

/** Reads the External ID that a person gives; `''` where none is. Faults are noted in `fields`. */
export function readExternalId(fields: FieldReader): string {
	return fields.optionalText('externalId', { label: LABEL });
}

/**
 * By what a write is known. The External ID is the given one, else one made of the content, so that whoever asks for the same again asks under the
 * same; a person who wants it once more gets another.
 *
 * @param of.what the kind of thing, so that two kinds never share one
 * @param of.content what makes two the same
 * @param of.hasExternalId whether Tradevest takes an External ID for it
 * @param givenId what a person gave
 */
export function keyedBy(of: { what: string; content: unknown; hasExternalId: boolean }, givenId: string, again: SentAgain): Keyed {
	const hash = contentHash(of.content);
	if (givenId !== '' || !of.hasExternalId) return { givenId, externalId: givenId, keyedBy: givenId === '' ? hash : givenId };
	return { givenId, externalId: `n8n-${contentHash([of.what, keySentAgain(hash, again)]).slice(0, SIGNS)}`, keyedBy: hash };
}
