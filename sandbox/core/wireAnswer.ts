import { ExactNumber } from './exactNumber';
import type { Fault } from './faults';
import { FileBody } from './fileBody';
import type { Answer } from './types';

/** An answer as it goes over the wire. */
export interface WireAnswer {
	status: number;
	/** Empty where the answer is a file. */
	text: string;
	/** Of a file. */
	bytes?: Buffer;
	contentType: string;
	headers: Record<string, string>;
	/** The connection is cut in the middle of the body. */
	cutInside?: boolean;
}

/** Makes the partner's own error body, for faults that bring none. */
export type ErrorBody = (status: number) => unknown;

const JSON_TYPE = 'application/json; charset=utf-8';

/** Marks what is to lose its quotes: it is in no text of ours. */
const LONG_NUMBER = 'long number ';

const MARKED_NUMBER = new RegExp(`"${LONG_NUMBER}(-?\\d[\\d.eE+-]*)"`, 'g');

// Large lists that never change are written out once. Frozen marks them, because a frozen list cannot grow stale.
const written = new WeakMap<object, string>();

/** A good answer as it goes over the wire. */
export function toWire({ status, body, headers: own = {} }: Answer): WireAnswer {
	if (!(body instanceof FileBody)) return { status, text: write(body), contentType: JSON_TYPE, headers: own };
	const headers = { ...own, 'content-disposition': `attachment; filename="${body.fileName}"` };
	return { status, text: '', bytes: body.bytes, contentType: body.contentType, headers };
}

/** As JSON. A bigint becomes a number of all its digits, an exact number one of its own. */
function write(body: unknown): string {
	if (typeof body !== 'object' || body === null || !Object.isFrozen(body)) {
		const text = JSON.stringify(body, withDigits) ?? '';
		return text.replaceAll(MARKED_NUMBER, '$1');
	}
	let text = written.get(body);
	if (text === undefined) {
		text = JSON.stringify(body);
		written.set(body, text);
	}
	return text;
}

/** Replaces numbers of more digits than JavaScript's have. It looks at what was there before `toJSON`. */
function withDigits(this: Record<string, unknown>, name: string, value: unknown): unknown {
	const found = this[name];
	const digits = typeof found === 'bigint' ? String(found) : found instanceof ExactNumber ? found.digits : null;
	return digits === null ? value : LONG_NUMBER + digits;
}

/** The answer of a fault that does not need a good answer to spoil. */
export function faultyAnswer(fault: Fault, errorBody: ErrorBody): WireAnswer {
	const isHtml = fault.kind === 'html';
	const status = fault.status ?? (fault.kind === 'answer' ? 200 : isHtml ? 503 : 500);
	const body = fault.body ?? (isHtml ? '<html><body><h1>Service Unavailable</h1></body></html>' : errorBody(status));
	const isText = typeof body === 'string';
	const plainType = isHtml ? 'text/html; charset=utf-8' : isText ? 'text/plain; charset=utf-8' : JSON_TYPE;
	return {
		status,
		text: isText ? body : JSON.stringify(body),
		contentType: fault.contentType ?? plainType,
		headers: { ...retryAfter(fault), ...fault.headers },
	};
}

function retryAfter({ retryAfterSeconds, retryAfterAs }: Fault): Record<string, string> {
	if (retryAfterSeconds === undefined) return {};
	if (retryAfterAs !== 'date') return { 'retry-after': String(retryAfterSeconds) };
	return { 'retry-after': new Date(Date.now() + retryAfterSeconds * 1000).toUTCString() };
}

/** A good answer, spoilt. */
export function spoil(answer: Answer, fault: Fault): WireAnswer {
	const wire = toWire(answer);
	const headers = { ...wire.headers, ...retryAfter(fault), ...fault.headers };
	switch (fault.kind) {
		case 'patch':
			return { ...toWire({ status: fault.status ?? answer.status, body: patched(answer.body, fault) }), headers };
		case 'contentType':
			return { ...wire, headers, contentType: fault.contentType ?? 'text/plain; charset=utf-8' };
		case 'truncatedJson':
			return { ...halved(wire), headers };
		case 'cutBody':
			return { ...wire, headers, cutInside: true };
		default:
			return wire;
	}
}

/** The body: text, or the bytes of a file. */
export function bodyOf({ text, bytes }: WireAnswer): string | Buffer {
	return bytes ?? text;
}

/** The answer with the first half of its body, as if it were all. */
export function halved(wire: WireAnswer): WireAnswer {
	const { text, bytes } = wire;
	const half = Math.floor(bodyOf(wire).length / 2);
	return bytes ? { ...wire, bytes: bytes.subarray(0, half) } : { ...wire, text: text.slice(0, half) };
}

/** A list is patched entry by entry. Files have no fields and stay as they are. */
function patched(body: unknown, fault: Fault): unknown {
	if (Array.isArray(body)) return body.map((entry) => patched(entry, fault));
	const { merge = {}, remove = [] } = fault;
	if (!isRecord(body) || body instanceof FileBody) return body;
	return merged(remove.reduce(without, body), merge);
}

/** Objects inside objects are merged, too, so that one field can be changed wherever it stands. */
function merged(body: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
	const changed = Object.entries(changes).map(([name, value]) => {
		const old = body[name];
		return [name, isRecord(old) && isRecord(value) ? merged(old, value) : value] as const;
	});
	return { ...body, ...Object.fromEntries(changed) };
}

/** @param path name of a field; dots lead into objects */
function without(body: Record<string, unknown>, path: string): Record<string, unknown> {
	const [name = '', ...rest] = path.split('.');
	const { [name]: inner, ...others } = body;
	return rest.length > 0 && isRecord(inner) ? { ...others, [name]: without(inner, rest.join('.')) } : others;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
