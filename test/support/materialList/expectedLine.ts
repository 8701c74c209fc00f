/** What a line must come to. */
export type Answer = { kind: 'order'; productId: number; option: string; uom: string; quantity: number } | { kind: 'ask'; about: string };

/** A line of an estimate, and what a person makes of it. */
export interface ExpectedLine {
	text: string;
	quantity: string;
	unit: string;
	color: string;
	answer: Answer;
}

/** Reads lines of the form `text | quantity | unit | colour => product number | option | unit | quantity`, or `=> ask product`. */
export function expectedLines(table: string): ExpectedLine[] {
	return table.trim().split('\n').map((row) => {
		const [given = '', wanted = ''] = row.split('=>').map((part) => part.trim());
		const [text = '', quantity = '', unit = '', color = ''] = given.split('|').map((cell) => cell.trim());
		return { text, quantity, unit, color, answer: answerOf(wanted, row) };
	});
}

function answerOf(wanted: string, row: string): Answer {
	if (wanted.startsWith('ask ')) return { kind: 'ask', about: wanted.slice(4) };
	const [productId, option, uom, quantity] = wanted.split('|').map((cell) => cell.trim());
	if (option === undefined || uom === undefined || !/^\d{4}$/.test(productId ?? '') || !/^\d+$/.test(quantity ?? '')) throw new Error(`No answer stands in: ${row}`);
	return { kind: 'order', productId: Number(productId), option, uom, quantity: Number(quantity) };
}
