import { GatheredBytes } from '../../../../engine/http/gatheredBytes';
import { heldBytes } from '../../../support/process/memory';

function gathered(pieces: ReadonlyArray<Buffer | string>): { length: number; text: string } {
	const bytes = new GatheredBytes();
	for (const piece of pieces) bytes.add(piece);
	return { length: bytes.length, text: bytes.text() };
}

describe('bytes that come in pieces', () => {
	it('are one text, wherever they were cut', () => {
		const text = 'Über 3 € für "Ridgeway" 🏠 '.repeat(400);
		const bytes = Buffer.from(text);
		for (const size of [1, 2, 3, 7, 1024, bytes.length]) {
			const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
			expect(gathered(pieces)).toEqual({ length: bytes.length, text });
		}
	});

	it.each([
		['nothing', [], ''],
		['a byte order mark before it', [Buffer.from([0xef]), Buffer.from([0xbb, 0xbf]), '{}'], '{}'],
		['texts', ['a', 'b'], 'ab'],
	])('may be %s', (_what, pieces, text) => {
		expect(gathered(pieces).text).toBe(text);
	});

	it('cost little more than they are, a byte at a time', () => {
		const bytes = new GatheredBytes();
		const before = heldBytes();
		for (let count = 0; count < 1_000_000; count += 1) bytes.add(Buffer.from([97]));
		// As a list of pieces it would be some 100 MB, and more.
		expect(heldBytes() - before).toBeLessThan(16 * 1024 * 1024);
		expect(bytes.text()).toHaveLength(1_000_000);
	});
});
