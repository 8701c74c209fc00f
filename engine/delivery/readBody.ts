import type { IDataObject } from 'n8n-workflow';

/** What a web hook call holds, or why it is refused. */
export type Delivery = { body: IDataObject } | { refusal: { status: number; reason: string } };

/** Largest body taken, in bytes. Events are a few hundred. */
export const LARGEST_BODY = 1024 * 1024;

/**
 * Reads the bytes of a web hook call as one JSON object. The content type is not asked for: partners forget it, and
 * what counts is what the bytes are.
 *
 * @param bytes the body as it was sent, or undefined where there was none
 */
export function readJsonObject(bytes: Buffer | undefined): Delivery {
	if (bytes === undefined || bytes.length === 0) return refuse(400, 'The body is empty. Expected a JSON object.');
	if (bytes.length > LARGEST_BODY) return refuse(413, `The body has more than ${LARGEST_BODY} bytes.`);
	let body: unknown;
	try {
		body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return refuse(400, 'The body is not JSON. Expected a JSON object.');
	}
	if (body === null || typeof body !== 'object') return refuse(400, `The body is JSON, but ${nameOf(body)} and no object.`);
	if (Array.isArray(body)) return refuse(400, 'The body is a JSON array. Expected one JSON object.');
	return { body: body as IDataObject };
}

function refuse(status: number, reason: string): Delivery {
	return { refusal: { status, reason } };
}

function nameOf(value: unknown): string {
	return value === null ? 'null' : `a ${typeof value}`;
}
