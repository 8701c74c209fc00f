import { dispositionName, safeFileName } from '../../../../engine/files/fileName';

describe('the name in Content-Disposition', () => {
	it.each([
		['attachment; filename="invoice 1.pdf"', 'invoice 1.pdf'],
		['attachment; filename=invoice.pdf', 'invoice.pdf'],
		['inline;filename=invoice.pdf; size=3', 'invoice.pdf'],
		['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
		["attachment; filename=plain.pdf; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf", 'Größe.pdf'],
		["attachment; filename*=utf-8'en'a%20b.pdf", 'a b.pdf'],
		["attachment; filename=plain.pdf; filename*=UTF-8''%E0%A4%A", 'plain.pdf'],
		['attachment', undefined],
		['', undefined],
		[undefined, undefined],
		[['attachment'], undefined],
	])('%j is %j', (header, name) => {
		expect(dispositionName(header)).toBe(name);
	});
});

describe('a file name that can be stored', () => {
	it.each([
		['invoice.pdf', 'application/pdf', 'invoice.pdf'],
		['invoice', 'application/pdf', 'invoice.pdf'],
		['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
		['..\\..\\boot.ini', 'application/pdf', 'boot.ini'],
		['.htaccess', 'image/png', 'htaccess.png'],
		['a:b*c?.pdf', 'application/pdf', 'abc.pdf'],
		['a\u0000b\r\n.pdf', 'application/pdf', 'ab.pdf'],
		['fdp.\u202eexe', 'application/pdf', 'fdp.exe'],
		['  ', 'application/pdf', 'proof-41200987.pdf'],
		['/', 'image/jpeg', 'proof-41200987.jpg'],
		[undefined, 'image/jpeg', 'proof-41200987.jpg'],
		[undefined, 'application/octet-stream', 'proof-41200987'],
	])('comes of %j (%s): %s', (given, type, name) => {
		expect(safeFileName(given, 'proof-41200987', type)).toBe(name);
	});

	it('is not too long, and keeps its extension', () => {
		const name = safeFileName(`${'x'.repeat(300)}.pdf`, 'y', 'application/pdf');
		expect([name.length, name.slice(-5)]).toEqual([120, 'x.pdf']);
	});

	// Of what takes time by the square, a megabyte takes an hour.
	it('is made at once of a megabyte of points', () => {
		expect(safeFileName(`x${'.'.repeat(1_000_000)}`, 'y', 'application/pdf')).toBe('x.pdf');
		expect(safeFileName(`x${'. '.repeat(500_000)}x`, 'y', 'application/pdf')).toHaveLength(124);
	});

	it('is one even where all is nonsense', () => {
		expect(safeFileName('///', '..', 'application/octet-stream')).toBe('file');
	});
});
