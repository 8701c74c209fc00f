// The fields of an operation's skeleton: of each field of the call, how the panel shows it, how it is read, and where it goes.
import { camel, titleOf } from './names.mjs';

/** The kinds that a skeleton can read. Others are left to who writes the operation, and named. */
const KINDS = {
	string: { type: 'string', read: 'code', plain: 'string', default: `''` },
	integer: { type: 'number', read: 'wholeNumber', plain: 'number', default: '0' },
};

/**
 * @param fields of the call, as the document has them
 * @param {string[]} shared names of the fields in the service's shared/fields.ts
 */
export function fieldsFor(fields, shared) {
	return fields.filter(({ type }) => KINDS[type]).map((field) => {
		const own = shared.find((name) => plain(name) === plain(field.name));
		const name = own ?? camel(field.name);
		return { ...field, name, nameAtPartner: field.name, own: own !== undefined, kind: KINDS[field.type] };
	});
}

/** Fields of the call that the skeleton does not have, each with the reason: who writes the operation decides on them. */
export function leftOut({ fields, optional }) {
	return [...fields.filter(({ type }) => !KINDS[type]).map(({ name, type }) => `${name}: of type ${type ?? 'unknown'}`), ...optional.map((name) => `${name}: optional`)];
}

/** As entries of `properties`. */
export function propertyOf({ name, own, kind, description, example }) {
	if (own) return name;
	return [
		'{',
		`\tdisplayName: '${labelOf(name)}',`,
		`\tname: '${name}',`,
		`\ttype: '${kind.type}',`,
		'\trequired: true,',
		`\tdefault: ${kind.default},`,
		...(kind.type === 'string' ? [`\tplaceholder: 'e.g. ${escaped(example ?? 'not written yet: a value')}',`] : []),
		`\tdescription: '${escaped(sentence(description) ?? `Not written yet: what ${name} is, and where it is found`)}',`,
		'}',
	].join('\n');
}

export function readingOf({ name, own, kind }) {
	return `${name}: fields.${kind.read}('${name}', { label: ${own ? `${name}.displayName` : `'${labelOf(name)}'`} }),`;
}

/** What the panel calls a field, in n8n's spelling. */
function labelOf(name) {
	return titleOf(name).replace(/\bId\b/, 'ID');
}

/** A description of the document as one of n8n: its first sentence, without a full stop. */
export function sentence(text) {
	const [first] = text?.trim().replace(/\s+/g, ' ').split(/(?<=[^.]{4}\.) /) ?? [];
	return first?.replace(/\.$/, '');
}

export function escaped(text) {
	return String(text).replaceAll('\\', '\\\\').replaceAll(`'`, `\\'`);
}

function plain(name) {
	return name.replace(/[_-]/g, '').toLowerCase();
}
