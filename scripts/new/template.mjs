// Templates: `{{name}}` is filled in, with the indentation of its line. A line that begins with `{{?name}}` stays only if there is such a
// thing, one with `{{!name}}` only if there is none; alone on its line it holds for all lines down to `{{end}}`.
import { readFileSync } from 'node:fs';

/**
 * @param {string} file
 * @param {Record<string, string | boolean | undefined>} values what is undefined, false or empty is not there
 * @throws for a name that nobody knows
 */
export function filledIn(file, values) {
	const isSo = ([, sign, name]) => Boolean(valueOf(name, values, file)) === (sign === '?');
	let isInside = true;
	const kept = readFileSync(file, 'utf8').split('\n').filter((line) => {
		const block = /^\{\{([?!])(\w+)\}\}$/.exec(line);
		if (block || line === '{{end}}') {
			isInside = block ? isSo(block) : true;
			return false;
		}
		const condition = /^\{\{([?!])(\w+)\}\}/.exec(line);
		return isInside && (!condition || isSo(condition));
	});
	return kept.map((line) => lineWith(line.replace(/^\{\{[?!]\w+\}\}/, ''), values, file)).join('\n');
}

function lineWith(line, values, file) {
	const indent = /^\s*/.exec(line)[0];
	return line.replace(/\{\{(\w+)\}\}/g, (_, name) => String(valueOf(name, values, file) ?? '').replaceAll('\n', `\n${indent}`));
}

function valueOf(name, values, file) {
	if (!(name in values)) throw new Error(`${file} asks for ${name}, which nobody knows.`);
	return values[name];
}
