import { shown, type Reading } from '../fieldKinds/reading';

/**
 * A number from 0 up as people write it into lists: `30`, `1,250.5`, `1.250,5`, `3,5`, `2 1/2`. What can mean two numbers is a fault that says
 * both.
 *
 * @param hasDecimalCommas whether the list it stands in is one with decimal commas: then `1.250` may be a thousand and more
 * @returns an exact decimal with a point, without zeros in front
 */
export function writtenDecimal(written: string, hasDecimalCommas = false): Reading<string> {
	const text = written.trim();
	const simple = /^\+?(\d+)(?:([.,])(\d+))?$/.exec(text);
	if (simple) {
		const [, whole = '', sign, part = ''] = simple;
		const isSeveral = part.length === 3 && whole.length <= 3 && !/^0/.test(whole) && (sign === ',' || hasDecimalCommas);
		if (isSeveral) return { fault: `${shown(written)} can mean ${whole}${part} or ${whole}.${part}. Write one of them` };
		return { value: decimal(whole, part) };
	}
	const grouped = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text) ?? /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text) ?? /^(\d{1,3}(?:[ '’]\d{3})+)(?:[.,](\d+))?$/.exec(text);
	if (grouped) return { value: decimal(grouped[1]!.replace(/\D/g, ''), grouped[2] ?? '') };
	const fraction = /^(?:(\d+)[ -])?([1357])\/(2|4|8)$/.exec(text);
	if (fraction) return { value: String(Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3])) };
	return { fault: `${shown(written)} is no number from 0 up` };
}

function decimal(whole: string, part: string): string {
	return `${whole.replace(/^0+(?=\d)/, '')}${part === '' ? '' : `.${part}`}`;
}
