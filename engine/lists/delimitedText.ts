/** One record of a text with cells: usually a line, more where a cell in quotes has line breaks. */
export interface TextRecord {
	/** Number of its first line in the text, from 1. */
	line: number;
	cells: string[];
	/** Why it cannot be read; then it has no cells. */
	fault?: string;
}

/** Most characters of a cell in quotes: a quote that is opened by mistake must not take the rest of the list with it. */
const LONGEST_CELL = 5_000;

/**
 * Cuts a text into records and cells, as spreadsheets write them (RFC 4180), and as people do: line ends of Windows, Unix and old Macs, a
 * byte order mark, blank lines, a quote in the middle of a cell (`2" pipe boot`), a word in quotes at its beginning (`"W" valley`). Each character is looked at once, but for those behind a
 * quote that nobody closes.
 *
 * @param delimiter one character
 * @returns without blank lines; they count for the line numbers
 */
export function delimitedRecords(text: string, delimiter: string): TextRecord[] {
	const reader = new Reader(text.startsWith('\ufeff') ? text.slice(1) : text, delimiter);
	const records: TextRecord[] = [];
	while (!reader.isAtEnd) {
		const record = reader.record();
		if (record.fault !== undefined || record.cells.some((cell) => cell.trim() !== '')) records.push(record);
	}
	return records;
}

class Reader {
	private at = 0;
	private line = 1;

	constructor(
		private readonly text: string,
		private readonly delimiter: string,
	) {}

	get isAtEnd(): boolean {
		return this.at >= this.text.length;
	}

	record(): TextRecord {
		const { line } = this;
		const cells: string[] = [];
		for (;;) {
			const cell = this.cell();
			if (cell === undefined) {
				this.skipLine();
				return { line, cells: [], fault: 'A quote is opened in this line and never closed. Close it, or write it twice where it means inches in a cell with quotes' };
			}
			cells.push(cell);
			if (this.text[this.at] === this.delimiter && !this.isAtEnd) {
				this.at += 1;
				continue;
			}
			this.takeLineEnd();
			return { line, cells };
		}
	}

	/** The next cell without blanks around; undefined where its quote is not closed. */
	private cell(): string | undefined {
		let start = this.at;
		while (this.text[start] === ' ') start += 1;
		return this.text[start] === '"' ? this.quotedCell(start) : this.plainCell();
	}

	private plainCell(): string {
		const start = this.at;
		while (!this.isAtEnd && !this.isCellEnd(this.at)) this.at += 1;
		return this.text.slice(start, this.at).trim();
	}

	private quotedCell(start: number): string | undefined {
		let cell = '';
		let breaks = 0;
		let hasInches = false;
		const most = Math.min(this.text.length, start + LONGEST_CELL);
		for (let at = start + 1; at < most; at += 1) {
			const character = this.text[at]!;
			// No cell with inches in it goes over its line: then the first quote was none that opens a cell.
			if (hasInches && (character === '\n' || character === '\r')) return this.plainCell();
			if (character === '"') {
				const end = this.endAfterQuote(at + 1);
				if (this.text[at + 1] === '"') at += 1;
				else if (end !== undefined) {
					this.at = end;
					this.line += breaks;
					return cell.trim();
				} else if (breaks === 0) hasInches = true;
			}
			if (character === '\n' || (character === '\r' && this.text[at + 1] !== '\n')) breaks += 1;
			cell += character;
		}
		return undefined;
	}

	/** Where the cell ends behind a quote that closes it; undefined where more of the cell follows. */
	private endAfterQuote(from: number): number | undefined {
		let at = from;
		while (this.text[at] === ' ') at += 1;
		return at >= this.text.length || this.isCellEnd(at) ? at : undefined;
	}

	private isCellEnd(at: number): boolean {
		const character = this.text[at];
		return character === this.delimiter || character === '\n' || character === '\r';
	}

	private skipLine(): void {
		while (!this.isAtEnd && this.text[this.at] !== '\n' && this.text[this.at] !== '\r') this.at += 1;
		this.takeLineEnd();
	}

	private takeLineEnd(): void {
		if (this.isAtEnd) return;
		this.at += this.text[this.at] === '\r' && this.text[this.at + 1] === '\n' ? 2 : 1;
		this.line += 1;
	}
}
