const [FONT_SIZE, LINE_HEIGHT, LEFT, TOP] = [11, 16, 72, 720];

/**
 * A PDF with one page of text (ISO 32000-1, section 7.5): header, objects, cross-reference table, trailer. Letters that
 * Latin-1 does not have become question marks.
 *
 * @param paddingBytes the file is made longer by about so many, in an object that nothing shows
 */
export function writePdf(lines: readonly string[], paddingBytes = 0): Buffer {
	const page = [`BT /F1 ${FONT_SIZE} Tf ${LINE_HEIGHT} TL ${LEFT} ${TOP} Td`, ...lines.map((line) => `(${escaped(line)}) Tj T*`), 'ET'].join('\n');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		stream(page),
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		...(paddingBytes > 0 ? [stream('0'.repeat(paddingBytes))] : []),
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, at) => {
		const offset = text.length;
		text += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const start = text.length;
	// Each entry of the table is twenty bytes, the end of its line included.
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
	text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
	// One byte a letter, so that lengths and offsets counted in letters are right.
	return Buffer.from(text, 'latin1');
}

function stream(content: string): string {
	return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function escaped(line: string): string {
	return line.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').replace(/[\\()]/g, '\\$&');
}
