import { FilePart, multipart } from '../../../../engine/http/multipart';

const PDF = Buffer.from('%PDF-1.4\r\n\u0000\u00ff', 'latin1');

describe('a form with a file', () => {
	it('is read by others as what went in', async () => {
		const { contentType, body } = multipart({ document: { name: 'Größe "A"', tags: [1] }, file: new FilePart('a "b".pdf', 'application/pdf', PDF) });
		const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
		const [document, file] = [form.get('document'), form.get('file')];
		expect(JSON.parse(String(document))).toEqual({ name: 'Größe "A"', tags: [1] });
		expect(file).toMatchObject({ name: 'a "b".pdf', type: 'application/pdf' });
		expect(Buffer.from(await (file as File).arrayBuffer())).toEqual(PDF);
	});

	it('counts by its content where it is compared', () => {
		const text = (bytes: Buffer) => JSON.stringify({ parts: { file: new FilePart('a.pdf', 'application/pdf', bytes) } });
		expect(text(PDF)).toBe(text(Buffer.from(PDF)));
		expect(text(PDF)).not.toBe(text(Buffer.concat([PDF, PDF])));
		expect(text(PDF).length).toBeLessThan(100);
	});
});
