import { randomUUID } from 'crypto';

/** Numbers of this kind that were written as text so far, so that a text without any is written once. */
let written = 0;

/**
 * A decimal number that goes out in JSON digit by digit, such as `25.00`: as a number of JavaScript it would be `25`, and a long one would lose
 * digits. Where a request is compared and not sent, it is its text.
 */
export class ExactNumber {
	/** @param text a decimal numeral as JSON spells it, such as `0.5` or `-12` */
	constructor(readonly text: string) {}

	toJSON(): string {
		written += 1;
		return this.text;
	}
}

/** The JSON of a body, its exact numbers digit by digit. */
export function jsonText(body: unknown): string {
	const before = written;
	const text = JSON.stringify(body);
	if (written === before) return text;
	// Nobody can have written this into a text.
	const mark = randomUUID();
	const marked = JSON.stringify(body, function (this: Record<string, unknown>, name: string, value: unknown) {
		const given = this[name];
		return given instanceof ExactNumber ? `${mark}${given.text}` : value;
	});
	return marked.replace(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1');
}
