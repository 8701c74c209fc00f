import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BIT_GREY = [8, 0, 0, 0, 0];

/**
 * A grey picture as PNG (ISO/IEC 15948, section 5).
 *
 * @param shadeAt from 0 for black to 255 for white
 */
export function writePng(width: number, height: number, shadeAt: (x: number, y: number) => number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set(EIGHT_BIT_GREY, 8);
	// Each row begins with its filter: 0, none.
	const rows = Array.from({ length: height }, (_, y) => [0, ...Array.from({ length: width }, (__, x) => shadeAt(x, y))]);
	const pixels = deflateSync(Buffer.from(rows.flat()));
	return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
