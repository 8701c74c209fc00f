/**
 * Whether the host, where it stores a token, stores the token alone.
 *
 * Up to some version between 2.30 and 2.38, n8n stored the whole credential as the run had read and resolved it: a person's edit
 * since then was undone, and an expression in a field replaced by its value of that moment for good
 * (`packages/cli/src/credentials-helper.ts`, `preAuthentication`; read in 2.8.4, 2.12.0, 2.20.0 and 2.30.0). It merges the token
 * into what is stored since (2.38.7). From 2.39 on it also hands the hook nothing but `httpRequest`, by which such a host is
 * known (2.39.10, 2.40.7, 2.41.1). A host that looks otherwise may be one of the old ones, and is given nothing to store.
 *
 * @param helpers `this.helpers` of `preAuthentication`
 */
export function keepsOnlyTheToken(helpers: object): boolean {
	const names = Object.keys(helpers);
	return names.length === 1 && names[0] === 'httpRequest';
}
