import { parseMultipart } from '../../../../sandbox/core/multipart';

const TYPE = 'multipart/form-data; boundary=edge';

/** A part as it goes over the wire. @param headers further lines of its head */
function part(name: string, content: string, ...headers: string[]): string {
	return [`--edge`, `Content-Disposition: form-data; name="${name}"`, ...headers, '', content].join('\r\n');
}

const body = (...parts: string[]) => Buffer.from(`${parts.join('\r\n')}\r\n--edge--\r\n`, 'latin1');

describe('a body in parts', () => {
	it.each([
		['a text', part('a', 'word'), 'word'],
		['an object', part('a', '{"b":1}'), { b: 1 }],
		['an object that says so', part('a', '{"b":1}', 'Content-Type: application/json'), { b: 1 }],
		['what only begins as one', part('a', '{b'), '{b'],
		['no object', part('a', '[1]'), '[1]'],
	])('is read: %s', async (_what, written, value) => {
		expect(await parseMultipart(body(written), TYPE)).toEqual({ a: value });
	});

	it('has the bytes of a file, one letter each', async () => {
		const head = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
		const bytes = Buffer.from([0, 10, 13, 128, 255, 45, 45]);
		const whole = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')]);
		const { file } = await parseMultipart(whole, TYPE);
		expect(Buffer.from(String(file), 'latin1').equals(bytes)).toBe(true);
	});

	it('may hold an object in a file', async () => {
		const head = '--edge\r\nContent-Disposition: form-data; name="document"; filename="blob"\r\nContent-Type: application/json\r\n\r\n';
		expect(await parseMultipart(Buffer.from(`${head}{"name":"Übersicht"}\r\n--edge--\r\n`), TYPE)).toEqual({ document: { name: 'Übersicht' } });
	});

	it.each([
		['no parts', 'Hello', TYPE],
		['no boundary', '--edge--', 'multipart/form-data'],
	])('is refused with 400: %s', async (_what, text, type) => {
		await expect(parseMultipart(Buffer.from(text), type)).rejects.toMatchObject({ statusCode: 400 });
	});
});
