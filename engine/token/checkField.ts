import type { INodeProperties } from 'n8n-workflow';

/** The field that n8n looks at to tell whether there is a token. */
export const CHECK_FIELD = 'accessTokenCheck';

/**
 * The hidden field that makes n8n ask for a token. It stays empty in the database for good: where an `expirable` field is
 * empty, n8n calls `preAuthentication`, and so it does whenever it has read the credential.
 *
 * No token is kept in it, nor anywhere else in the credential. Up to some version between 2.30 and 2.38, n8n stores the whole
 * credential as the run had read and resolved it; newer ones (2.38.7 to 2.41.1) read it, add what is new and write it back,
 * without a lock (`packages/cli/src/credentials-helper.ts`, `preAuthentication`). Either way a person's edit in between is undone.
 */
export const checkFieldProperty: INodeProperties = {
	displayName: 'Access Token Check',
	name: CHECK_FIELD,
	type: 'hidden',
	typeOptions: { expirable: true },
	default: '',
};
