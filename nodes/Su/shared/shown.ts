import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../engine/values';

/** A member of the content of a thing that Su's list shows. */
export interface Shown {
	/** Its name in the list. */
	readonly listed: string;
	/** Its name in our parameters: text, `''` where it was left empty. */
	readonly member: string;
	/** What the panel calls it. */
	readonly label: string;
	/** Another member, without which it says nothing and is not sent: of a unit, the number. */
	readonly goesWith?: string;
}

/** A member of the content, as text; `''` where it was left empty. */
export function asked(content: object, { member }: Shown): string {
	return textOf((content as IDataObject)[member]) ?? '';
}

/** What a row has of it; `''` where it has nothing. */
function had(row: IDataObject, { listed }: Shown): string {
	return textOf(row[listed])?.trim() ?? '';
}

/** What of a row is not as asked for, each as `Room Type Name "Suite"`. What was left empty asks for nothing. */
export function differences(shown: readonly Shown[], content: object, row: IDataObject): string[] {
	return shown.flatMap((each) => {
		const wanted = asked(content, each);
		const there = had(row, each);
		return wanted === '' || isSame(wanted, there) ? [] : [`${each.label} "${there}"`];
	});
}

/** The members that were left empty and that a row has, with their labels. */
export function keptOf(shown: readonly Shown[], content: object, row: IDataObject): { members: Record<string, string>; labels: string[] } {
	const found = shown.filter((each) => asked(content, each) === '' && had(row, each) !== '');
	const isThere = (member: string) => textOf((content as IDataObject)[member]) !== undefined || found.some((each) => each.member === member);
	const kept = found.filter(({ goesWith }) => goesWith === undefined || isThere(goesWith));
	return { members: Object.fromEntries(kept.map((each) => [each.member, had(row, each)])), labels: kept.map(({ label }) => label) };
}

/** Su writes numbers as text: `145` and `145.00` are one. */
function isSame(one: string, other: string): boolean {
	return one === other || (/^\d+(\.\d+)?$/.test(one) && /^\d+(\.\d+)?$/.test(other) && Number(one) === Number(other));
}
