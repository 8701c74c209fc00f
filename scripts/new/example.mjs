// The entry of an operation among the examples of its service.

/**
 * @param {string} key `resource.operation`
 * @param fields of the operation
 * @param {Array<{ name: string, keys: string[] }>} constants of the file, such as `HOTEL` with its `hotelId`
 * @param {boolean} isList whether it can return all
 */
export function exampleOf(key, fields, constants, isList) {
	const names = fields.map(({ name }) => name);
	const whole = constants.filter(({ keys }) => keys.length > 0 && keys.every((one) => names.includes(one)));
	const given = new Set(whole.flatMap(({ keys }) => keys));
	const rest = fields.filter(({ name }) => !given.has(name));
	const isKnown = rest.every(({ example, kind }) => example !== undefined || kind.type === 'number');
	const entries = [
		...whole.map(({ name }) => `...${name}`),
		...rest.map(({ name, example, kind }) => `${name}: ${kind.type === 'number' ? (example ?? 1) : `'${String(example ?? '').replaceAll(`'`, `\\'`)}'`}`),
		...(isList ? [constants.some(({ name }) => name === 'ALL') ? '...ALL' : 'returnAll: true'] : []),
	];
	const value = entries.length === 1 && entries[0].startsWith('...') ? entries[0].slice(3) : `{ ${entries.join(', ')} }`.replace('{  }', '{}');
	return `${isKnown ? '' : `// Not written yet: values that work in the sandbox.\n`}'${key}': ${value}`;
}
