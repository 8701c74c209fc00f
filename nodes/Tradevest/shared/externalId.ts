import type { INodeProperties } from 'n8n-workflow';

import { contentHash } from '../../../engine/idempotency/contentHash';
import type { FieldReader } from '../../../engine/items/fields';
import { keySentAgain, type SentAgain } from '../../../engine/items/sendAgain';

const LABEL = 'External ID';

/** Signs of the hash: 24 hold 144 bits, so that two contents never share one. */
const SIGNS = 24;

/** By what Tradevest knows a second try for one. */
export interface Keyed {
	externalId: string;
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

/**
 * The External ID: the given one, else one made of the content, so that whoever asks for the same again asks under the same.
 *
 * @param what the kind of thing, so that two kinds never share one
 * @param content all that is asked for
 */
export function readExternalId(fields: FieldReader, what: string, content: object, again: SentAgain): string {
	const given = fields.optionalText('externalId', { label: LABEL });
	return given === '' ? `n8n-${contentHash([what, keySentAgain(contentHash(content), again)]).slice(0, SIGNS)}` : given;
}
