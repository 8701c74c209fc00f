import { resources } from '../../nodes/SrsSips/operations';
import { markdownTable } from './markdownTable';

/** The operations as a person looks for them, for the README. */
export function readmeTable(): string {
	return markdownTable(
		['resource', 'operation', 'what it does'],
		resources.flatMap(({ displayName: resource, operations }) => operations.map(({ displayName, description }) => [resource, displayName, lowered(description)])),
	);
}

/** The operations with what stands behind them at SIPS, for docs/sips.md. */
export function standingTable(): string {
	return markdownTable(
		['resource', 'operation', 'call', 'standing'],
		resources.flatMap(({ displayName: resource, operations }) =>
			operations.map(({ displayName, source }) => [resource, displayName, source.call.split(', ').map(asCode).join(', '), source.standing]),
		),
	);
}

/** The text between two comments of a document, with new lines in the place of the old. @throws where they are not there */
export function withSection(text: string, name: string, content: string): string {
	const [begin, end] = [`<!-- ${name}: made by npm run docs -->`, `<!-- ${name}: end -->`];
	const [from, to] = [text.indexOf(begin), text.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`There is no section ${name}.`);
	return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function asCode(call: string): string {
	return /^[A-Z]+ \//.test(call) ? `\`${call}\`` : call;
}

function lowered(sentence: string): string {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
