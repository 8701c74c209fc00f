import { hasImageHeader } from '../../../../engine/files/imageHeader';
import { TINY_PNG } from '../../../support/panels/tinyPng';

const FRAME = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
const jpeg = (...bytes: number[]) => Buffer.from([0xff, 0xd8, ...bytes]);

describe('an image', () => {
	it.each<[string, Buffer, string]>([
		['a PNG', TINY_PNG, 'image/png'],
		['a JPEG', jpeg(...FRAME), 'image/jpeg'],
		['a JPEG with other segments before its frame', jpeg(0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, ...FRAME), 'image/jpeg'],
		['a progressive JPEG with bytes that fill', jpeg(0xff, 0xff, 0xc2, ...FRAME.slice(2)), 'image/jpeg'],
	])('has a header: %s', (_what, bytes, type) => {
		expect(hasImageHeader(bytes, type)).toBe(true);
	});

	it.each<[string, Buffer, string | undefined]>([
		['the first bytes of a PNG', TINY_PNG.subarray(0, 8), 'image/png'],
		['a PNG that is cut in its header', TINY_PNG.subarray(0, 20), 'image/png'],
		['the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
		['a JPEG that is cut in its frame', jpeg(...FRAME.slice(0, 6)), 'image/jpeg'],
		['a JPEG of nothing but fill', Buffer.alloc(100, 0xff), 'image/jpeg'],
		['a JPEG whose segments lead nowhere', jpeg(0xff, 0xe0, 0xff, 0xff, 1), 'image/jpeg'],
		['another type', TINY_PNG, 'image/gif'],
		['no type', TINY_PNG, undefined],
	])('has none: %s', (_what, bytes, type) => {
		expect(hasImageHeader(bytes, type)).toBe(false);
	});
});
