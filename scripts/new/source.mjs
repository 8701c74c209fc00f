// Puts lines into TypeScript that stands already, at their place in the alphabet. Nothing else of it changes.
import ts from 'typescript';

/** With an import more, before the first from the same kind of place that comes later in the alphabet, or after the last. */
export function withImport(text, names, from) {
	const line = `import { ${names} } from '${from}';\n`;
	const imports = parsed(text).statements.filter(ts.isImportDeclaration).map((node) => ({ from: node.moduleSpecifier.text, start: node.getStart(), end: node.end }));
	const alike = imports.filter((one) => one.from.startsWith('./') === from.startsWith('./'));
	const next = alike.find((one) => one.from > from);
	if (next) return spliced(text, next.start, line);
	return spliced(text, (alike.at(-1) ?? imports.at(-1)).end + 1, line);
}

/** Every name that a file imports. */
export function importedNames(text) {
	return parsed(text).statements.filter(ts.isImportDeclaration).flatMap(({ importClause }) => importClause?.namedBindings?.elements?.map(({ name }) => name.text) ?? []);
}

/**
 * With an entry more in the object that is found: before the first key that comes later in the alphabet, or at its end.
 *
 * @param {(keys: string[]) => boolean} isIt by the keys of an object
 * @param {string} entry one line, without the comma; what stands above it may be lines before
 * @throws where there is no such object
 */
export function withEntry(text, isIt, key, entry, isSorted) {
	const object = firstOf(parsed(text), (node) => ts.isObjectLiteralExpression(node) && isIt(keysOf(node)));
	if (!object) throw new Error(`There is no object to put ${key} into.`);
	const next = isSorted ? object.properties.find((property) => keyOf(property) > key) : undefined;
	const at = lineStart(text, next ? next.getStart() : object.end - 1);
	const indent = /^\s*/.exec(text.slice(lineStart(text, object.properties[0].getStart())))[0];
	return spliced(text, at, entry.split('\n').map((line) => `${indent}${line}`).join('\n') + ',\n');
}

/** The keys of the first object that is found. */
export function keysIn(text, isIt) {
	const object = firstOf(parsed(text), (node) => ts.isObjectLiteralExpression(node) && isIt(keysOf(node)));
	return object ? keysOf(object) : [];
}

/** Constants of a file that are objects, with their keys: `{ name: 'HOTEL', keys: ['hotelId'] }`. */
export function constants(text) {
	return parsed(text).statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
		declarationList.declarations.flatMap(({ name, initializer }) => (initializer && ts.isObjectLiteralExpression(initializer) ? [{ name: name.text, keys: keysOf(initializer) }] : [])),
	);
}

/** The resources of a table, each with its name and the names in its list of operations. */
export function resourcesIn(text) {
	return objectsWith(parsed(text), 'operations').map((object) => ({ name: valueOf(object, 'name').text, operations: valueOf(object, 'operations').elements.map((element) => element.getText()) }));
}

/** With an operation more in the list of a resource. @param {(names: string[]) => number} placeFor where in that list */
export function withOperation(text, resource, name, placeFor) {
	const object = objectsWith(parsed(text), 'operations').find((one) => valueOf(one, 'name').text === resource);
	const { elements } = valueOf(object, 'operations');
	const place = placeFor(elements.map((element) => element.getText()));
	if (place >= elements.length) return spliced(text, elements.at(-1).end, `, ${name}`);
	return spliced(text, elements[place].getStart(), `${name}, `);
}

/** With a resource more in the table, at its place in the alphabet. */
export function withResource(text, name, displayName, operation) {
	const objects = objectsWith(parsed(text), 'operations');
	const next = objects.find((object) => valueOf(object, 'name').text > name);
	const line = `\t{ name: '${name}', displayName: '${displayName}', operations: [${operation}] },\n`;
	return spliced(text, next ? lineStart(text, next.getStart()) : lineStart(text, objects.at(-1).end) + text.slice(lineStart(text, objects.at(-1).end)).indexOf('\n') + 1, line);
}

function objectsWith(source, key) {
	const found = [];
	visit(source, (node) => ts.isObjectLiteralExpression(node) && keysOf(node).includes(key) && found.push(node));
	return found;
}

function firstOf(source, isIt) {
	let found;
	visit(source, (node) => (found ??= isIt(node) ? node : undefined));
	return found;
}

function visit(node, look) {
	look(node);
	node.forEachChild((child) => visit(child, look));
}

function keysOf(object) {
	return object.properties.map(keyOf);
}

function keyOf({ name }) {
	return name?.text ?? '';
}

function valueOf(object, key) {
	return object.properties.find((property) => keyOf(property) === key).initializer;
}

function parsed(text) {
	return ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
}

function lineStart(text, at) {
	return text.lastIndexOf('\n', at - 1) + 1;
}

function spliced(text, at, more) {
	return text.slice(0, at) + more + text.slice(at);
}
