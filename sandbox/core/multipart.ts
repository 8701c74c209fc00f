/**
 * The parts of a `multipart/form-data` body by their names. A part that is a JSON object is one; a file is a text of its bytes, one
 * letter each (`latin1`), so that the contract can look at it as at any other text.
 *
 * @param contentType the whole header, with the boundary
 * @throws when the body is none, with status 400
 */
export async function parseMultipart(bytes: Buffer, contentType: string): Promise<Record<string, unknown>> {
	try {
		const parts = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
		const read: Record<string, unknown> = {};
		for (const [name, part] of parts.entries()) read[name] = await valueOf(part);
		return read;
	} catch {
		throw Object.assign(new Error('The body is not multipart/form-data'), { statusCode: 400 });
	}
}

async function valueOf(part: string | Blob): Promise<unknown> {
	if (typeof part === 'string') return jsonObject(part) ?? part;
	const bytes = Buffer.from(await part.arrayBuffer());
	return (part.type.startsWith('application/json') ? jsonObject(bytes.toString()) : null) ?? bytes.toString('latin1');
}

/** Null for what is none. */
function jsonObject(text: string): object | null {
	if (!text.startsWith('{')) return null;
	try {
		return JSON.parse(text) as object;
	} catch {
		return null;
	}
}
