/** Bytes for which there is room at first: more than one event needs. */
const FIRST_ROOM = 4 * 1024;

/**
 * Bytes that come in pieces, copied into one buffer that grows. Kept as pieces they would cost what their sender likes:
 * Node makes an object of some 200 bytes of every chunk, be there only one byte in it. Answers of partners are large, and read with
 * `GatheredBytes`, which copies them once.
 */
export class GrowingBytes {
	private room: Buffer = Buffer.allocUnsafe(0);
	private length = 0;

	/** @param most bytes that are taken in all */
	constructor(private readonly most: number) {}

	/** Takes one more piece. @returns false where it is too much: then nothing is held any more */
	add(piece: Uint8Array): boolean {
		const length = this.length + piece.length;
		if (length > this.most) {
			this.drop();
			return false;
		}
		if (length > this.room.length) {
			const larger = Buffer.allocUnsafe(Math.min(this.most, Math.max(length, FIRST_ROOM, this.room.length * 2)));
			larger.set(this.room.subarray(0, this.length));
			this.room = larger;
		}
		this.room.set(piece, this.length);
		this.length = length;
		return true;
	}

	/** All that came. */
	bytes(): Buffer {
		return this.room.subarray(0, this.length);
	}

	/** Lets go of what came. */
	drop(): void {
		this.room = Buffer.allocUnsafe(0);
		this.length = 0;
	}
}
