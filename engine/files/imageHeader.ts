/**
 * Whether a PNG or JPEG has the header that says how large the image is: a file of nothing but the first bytes shows a type, and no image. Whether what comes
 * after the header is whole is not looked at: readers take much that is not.
 *
 * @param type what the first bytes show; any other type has no header that is known here
 */
export function hasImageHeader(bytes: Buffer, type: string | undefined): boolean {
	if (type === 'image/png') return bytes.length >= 24 && bytes.toString('latin1', 12, 16) === 'IHDR' && bytes.readUInt32BE(16) > 0 && bytes.readUInt32BE(20) > 0;
	return type === 'image/jpeg' && hasFrame(bytes);
}

/** Walks through the segments of a JPEG to the one of its frame (ITU-T T.81, B.1.1): marker, length, and there precision, height and width. */
function hasFrame(bytes: Buffer): boolean {
	let at = 2;
	while (at + 4 <= bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1]!;
		// Bytes of 0xff may fill the room before a marker.
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (isFrame(marker)) return at + 9 <= bytes.length && bytes.readUInt16BE(at + 7) > 0;
		const hasNoLength = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
		at += hasNoLength ? 2 : 2 + bytes.readUInt16BE(at + 2);
	}
	return false;
}

/** SOF0 to SOF15, but for DHT, JPG and DAC, which stand between them. */
function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
