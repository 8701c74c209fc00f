/** The first letters of a text in capitals, without anything that is no letter. Item codes are made of them. */
export function letters(text: string, count: number): string {
	return text.replace(/[^A-Za-z]/g, '').slice(0, count).toUpperCase();
}
