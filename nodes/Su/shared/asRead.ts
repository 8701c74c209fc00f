/** A text by what is read of it: how accents are composed, how lines end, and blanks at their ends make no other text. */
export function asRead(text: string): string {
	return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\S\n]+$/gm, '');
}
