import { RingBuffer } from './ringBuffer';
import { fingerprint } from './tokens';

/** One call as the log shows it. It never holds a secret or a token. */
export interface LoggedRequest {
	at: string;
	operationId: string;
	method: string;
	path: string;
	query: Record<string, unknown>;
	/** Those the document names. */
	headers: Record<string, unknown>;
	status: number | string;
	contentType: string | null;
	/** The start of the token's sha256, enough to tell two tokens apart. */
	tokenFingerprint: string | null;
	body: unknown;
	/** How many bytes of a body arrived; 0 without one. */
	bodyBytes: number;
}

interface Entry extends Omit<LoggedRequest, 'at' | 'tokenFingerprint'> {
	at: number;
	token: string | null;
}

/** How many calls are remembered. */
export const REMEMBERED_REQUESTS = 500;

/** Remembers the newest calls. Hashing and dates wait until somebody looks, to keep the calls fast. */
export class RequestLog {
	private readonly entries = new RingBuffer<Entry>(REMEMBERED_REQUESTS);

	/** `hiddenNames` are headers and fields of query and body whose values must not be shown. */
	constructor(private readonly hiddenNames: string[]) {}

	add(entry: Entry): void {
		this.entries.push(entry);
	}

	list(operationId?: string): LoggedRequest[] {
		return this.entries
			.list()
			.filter((entry) => operationId === undefined || entry.operationId === operationId)
			.map(({ at, token, ...rest }) => ({
				...rest,
				at: new Date(at).toISOString(),
				tokenFingerprint: token === null ? null : fingerprint(token),
				query: this.hide(rest.query) as Record<string, unknown>,
				headers: this.hide(rest.headers) as Record<string, unknown>,
				body: this.hide(rest.body),
			}));
	}

	clear(): void {
		this.entries.clear();
	}

	private hide(value: unknown): unknown {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [name, this.isHidden(name) ? '(hidden)' : inner]),
		);
	}

	private isHidden(name: string): boolean {
		return this.hiddenNames.some((hidden) => hidden.toLowerCase() === name.toLowerCase());
	}
}
