import { extensionOf, fileType, isText, shownType } from '../../../../engine/files/fileType';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const PDF = bytes('%PDF-1.4\n1 0 obj');
const ZIP = bytes('PK\x03\x04\x14\0\0\0');
const UNKNOWN = bytes('\x01\x02\x03\x04\x00');

describe('the first bytes', () => {
	it.each([
		['%PDF-1.7', 'application/pdf'],
		[`\n\n${' '.repeat(900)}%PDF-1.4`, 'application/pdf'],
		['\x89PNG\r\n\x1a\n\0\0', 'image/png'],
		['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
		['GIF89a', 'image/gif'],
		['II*\0', 'image/tiff'],
		['MM\0*', 'image/tiff'],
		['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
		['\0\0\0\x18ftypheic', 'image/heic'],
		['BM\x36\0\0\0\0\0\0\0', 'image/bmp'],
		['PK\x03\x04', 'application/zip'],
	])('%j show %s, which has an extension', (text, type) => {
		expect(shownType(bytes(text))).toBe(type);
		expect(extensionOf(type)).toMatch(/^[a-z]{3,4}$/);
	});

	it.each(['', 'hello', '<html>', '{"a":1}', 'RIFF\x24\0\0\0WAVE', 'BMW sells cars', `${' '.repeat(2000)}%PDF-1.4`])('%j show nothing', (text) => {
		expect(shownType(bytes(text))).toBeUndefined();
	});
});

describe('the type of a file', () => {
	it.each([
		['its bytes, whatever the header says', PDF, 'text/html', 'application/pdf'],
		['its bytes, where there is no header', PDF, undefined, 'application/pdf'],
		['the header, where the bytes say nothing', UNKNOWN, 'image/x-special; q=1', 'image/x-special'],
		['the header, where the bytes show a zip: many formats are one', ZIP, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
		['a zip, where the header says nothing', ZIP, 'application/octet-stream', 'application/zip'],
		['unknown, where neither says anything', UNKNOWN, 'application/octet-stream', 'application/octet-stream'],
		['unknown, where the header says text', UNKNOWN, 'text/plain', 'application/octet-stream'],
		['unknown, where the header says JSON', UNKNOWN, 'application/problem+json', 'application/octet-stream'],
		['unknown, where the header is no type', UNKNOWN, 'PDF', 'application/octet-stream'],
		['unknown, where the header is no text', UNKNOWN, 7, 'application/octet-stream'],
	])('is %s', (_name, head, header, type) => {
		expect(fileType(head, header)).toBe(type);
	});
});

describe('text is told from files', () => {
	it.each(['<html><body>Sign in</body></html>', '{"message":"no"}', 'Invoice not found', 'Übergröße – ✓', '\u001b[0m'])('%j is text', (text) => {
		expect(isText(Buffer.from(text))).toBe(true);
	});

	it('text that is cut inside a letter is text', () => {
		expect(isText(Buffer.from('Größe ✓').subarray(0, -1))).toBe(true);
	});

	it.each([PDF, ZIP, UNKNOWN, bytes('\xff\xfe\xfd\xfc'), bytes('abc\0def')])('%j is a file', (head) => {
		expect(isText(head)).toBe(false);
	});
});
