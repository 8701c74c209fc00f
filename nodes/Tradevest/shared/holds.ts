import type { IDataObject } from 'n8n-workflow';

import { roundedText } from '../../../engine/fieldKinds/decimal';
import { ExactNumber } from '../../../engine/http/exactNumber';
import { isObject, textOf } from '../../../engine/values';

/** More digits after the point than any amount has. */
const DIGITS = 20;

/** Whether something that was read has these members, nested ones too. Amounts are the same whatever zeros they end in. */
export function holds(row: IDataObject, members: object): boolean {
	return Object.entries(members).every(([name, wanted]) => isSame(row[name], wanted));
}

function isSame(there: unknown, wanted: unknown): boolean {
	if (wanted instanceof ExactNumber) return plainNumber(textOf(there)) === plainNumber(wanted.text);
	if (typeof wanted === 'boolean') return there === wanted;
	if (Array.isArray(wanted)) return Array.isArray(there) && there.length === wanted.length && wanted.every((each, at) => isSame(there[at], each));
	return isObject(wanted) ? isObject(there) && holds(there, wanted) : textOf(there) === textOf(wanted);
}

function plainNumber(text: string | undefined): string | undefined {
	return text !== undefined && /^[+-]?\d+(\.\d+)?$/.test(text) ? roundedText(text, DIGITS) : undefined;
}
