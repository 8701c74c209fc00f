/** How many values a message names. A partner may list hundreds. */
const MOST_NAMED = 12;

/**
 * What the partner lists and a person meant: in the partner's spelling, where exactly one fits but for capitals and blanks.
 *
 * @param given what was typed, as text
 * @param listed in the partner's spelling
 * @param partner its name, for messages
 * @returns the choice, or why there is none: nothing fits, or several do
 */
export function choiceOf(given: string, listed: readonly string[], partner: string): { value: string } | { fault: string; isSeveral: boolean } {
	if (listed.includes(given)) return { value: given };
	const fitting = [...new Set(listed)].filter((each) => folded(each) === folded(given));
	const [only] = fitting;
	if (only !== undefined && fitting.length === 1) return { value: only };
	if (fitting.length > 1) return { isSeveral: true, fault: `"${given}" can mean several that ${partner} tells apart: ${fitting.slice(0, MOST_NAMED).join(', ')}. Write one of them as it stands here` };
	return { isSeveral: false, fault: namedOf(listed, partner) };
}

/** What the partner lists, at most a dozen of it, for the end of a message. */
export function namedOf(listed: readonly string[], partner: string): string {
	if (listed.length === 0) return `${partner} lists none`;
	const more = listed.length > MOST_NAMED ? ` and ${listed.length - MOST_NAMED} more` : '';
	return `${partner} lists: ${listed.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/** A text in the form in which two are the same but for capitals and blanks. */
export function folded(text: string): string {
	return text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');
}
