// Names that follow from names: what a person reads in n8n, and what code and documents call it.

/** Words that JavaScript keeps for itself, and with what n8n's nodes say the same. */
export const RESERVED = new Map([['delete', 'remove'], ['new', 'create'], ['import', 'load'], ['export', 'download'], ['default', 'reset'], ['switch', 'change'], ['return', 'giveBack']]);

/** `Get Many` of getAll, `Send E Mail` of sendEMail. */
export function titleOf(name) {
	if (name === 'getAll') return 'Get Many';
	return capital(wordsOf(name).join(' ')).replace(/ (\w)/g, (_, letter) => ` ${letter.toUpperCase()}`);
}

/** The action of an operation, such as `Get many rate plans`, `Activate a property` or `Get notes of a customer`. */
export function actionOf(operation, resource) {
	const thing = wordsOf(resource).join(' ');
	if (isMany(operation)) return `${capital(titleOf(operation).toLowerCase())} ${plural(thing)}`;
	return `${capital(wordsOf(operation).join(' '))}${wordsOf(operation).length > 1 ? ' of' : ''} ${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing}`;
}

/** What a call is named where the document does not say: `listReviews`, `activateProperty`, `getCustomerNotes`. */
export function operationIdOf(operation, resource) {
	const [verb] = /^[a-z]+/.exec(operation);
	return operation === 'getAll' ? `list${capital(plural(resource))}` : verb + capital(resource) + operation.slice(verb.length);
}

/** What the table of resources imports an operation as, where its name alone is taken: `getAllReviews`, `getReview`. */
export function aliasOf(operation, resource) {
	return operation + capital(isMany(operation) ? plural(resource) : resource);
}

export function isMany(operation) {
	return /^(getAll|getMany|search|list)/.test(operation);
}

export function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `rate plan` of ratePlan; small letters. */
export function wordsOf(name) {
	return name.replace(/_/g, ' ').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/\s+/);
}

/** The name of a field as a parameter of n8n: `bookingId` of booking_id. */
export function camel(name) {
	return name.replace(/[_-](\w)/g, (_, letter) => letter.toUpperCase()).replace(/^\w/, (letter) => letter.toLowerCase());
}

function plural(word) {
	if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
	return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
