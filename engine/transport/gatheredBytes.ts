/**
 * Bytes that come in pieces, gathered in one buffer. A list of the pieces would cost some hundred bytes for each, so that a
 * sender of single bytes could fill the memory with a few megabytes.
 */
export class GatheredBytes {
	/** Bytes so far. */
	length = 0;
	private buffer: Buffer = Buffer.alloc(0);

	add(piece: Buffer | string): void {
		const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
		const needed = this.length + bytes.length;
		if (this.length === 0) {
			// Most answers are of one piece, and are not copied.
			this.buffer = bytes;
		} else {
			if (needed > this.buffer.length) {
				const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.buffer.length));
				larger.set(this.buffer.subarray(0, this.length));
				this.buffer = larger;
			}
			this.buffer.set(bytes, this.length);
		}
		this.length = needed;
	}

	/** All of it as text, in UTF-8, without a byte order mark. */
	text(): string {
		const text = this.buffer.toString('utf8', 0, this.length);
		return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	}
}
