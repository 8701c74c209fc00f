/** Pieces that are kept as they came before they are put together. */
const MOST_PIECES = 1024;

/**
 * Bytes that come in pieces. A piece costs some hundred bytes, however small it is, so that a sender of single bytes could
 * fill the memory with a few megabytes: many are put together to one.
 */
export class GatheredBytes {
	/** Bytes so far. */
	length = 0;
	private readonly blocks: Buffer[] = [];
	private pieces: Buffer[] = [];

	add(piece: Buffer | string): void {
		const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
		this.length += bytes.length;
		this.pieces.push(bytes);
		if (this.pieces.length < MOST_PIECES) return;
		this.blocks.push(Buffer.concat(this.pieces));
		this.pieces = [];
	}

	/** All of it as text, in UTF-8, without a byte order mark. */
	text(): string {
		const all = [...this.blocks, ...this.pieces];
		const text = (all.length === 1 ? all[0]! : Buffer.concat(all, this.length)).toString('utf8');
		return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	}
}
