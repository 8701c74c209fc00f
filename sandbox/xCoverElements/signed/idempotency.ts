import { createHash } from 'node:crypto';

import type { Arrival, ArrivingCall } from '../../core/state';
import type { Answer, AnyHandler } from '../../core/types';
import { invalid } from '../errors';
import type { XCoverElementsSettings } from '../settings';
import { HOUR_MS } from '../times';
import type { SignedError } from '../types';

const KEY_HEADER = 'x-idempotency-key';

/** How long an answer is kept (od/api/idempotency-keys). */
const KEPT_MS = 48 * HOUR_MS;

interface Kept {
	/** What was asked for, as a hash. */
	print: string;
	answer: Answer;
	at: number;
}

/**
 * Answers under keys (od/api/idempotency-keys; seen). A key with the body it had: 409 with the first answer's body. While the first call with
 * a key is under way: 423. Invented: what another body under a known key leads to, the body of 423, and that refusals are not kept.
 */
export class Idempotency {
	private readonly running = new Set<string>();

	private readonly kept = new Map<string, Kept>();

	constructor(
		private readonly settings: () => Pick<XCoverElementsSettings, 'keysKeepRefusals' | 'otherBodyUnderKey'>,
		private readonly now: () => number,
	) {}

	/** Notes a call with a key as under way. Null for one without. */
	arrives({ headers }: ArrivingCall): Arrival | null {
		const key = headers[KEY_HEADER];
		if (typeof key !== 'string') return null;
		if (this.running.has(key)) return { instead: stillRunning, ended: () => undefined };
		this.running.add(key);
		let isOver = false;
		return {
			instead: null,
			ended: () => {
				if (!isOver) this.running.delete(key);
				isOver = true;
			},
		};
	}

	/** The same handler, once for a key. */
	around(operationId: string, handler: AnyHandler): AnyHandler {
		return (request) => {
			const key = (request.header as Record<string, string | undefined>)[KEY_HEADER];
			if (key === undefined) return handler(request);
			const print = createHash('sha256').update(JSON.stringify([operationId, request.path, request.body ?? null])).digest('hex');
			const first = this.first(key);
			if (first) {
				const { otherBodyUnderKey } = this.settings();
				if (first.print === print || otherBodyUnderKey === 'first') return { status: 409, body: first.answer.body };
				if (otherBodyUnderKey === 'refused') return otherBody;
			}
			const answer = handler(request);
			if (answer.status < 300 || this.settings().keysKeepRefusals) this.kept.set(key, { print, answer, at: this.now() });
			return answer;
		};
	}

	/** The keys that are known, the oldest first. */
	view(): Array<{ key: string; status: number }> {
		return [...this.kept].map(([key, { answer }]) => ({ key, status: answer.status }));
	}

	reset(): void {
		this.kept.clear();
	}

	private first(key: string): Kept | undefined {
		const kept = this.kept.get(key);
		return kept && this.now() - kept.at < KEPT_MS ? kept : undefined;
	}
}

const runningError: SignedError = { type: 'api_error', message: 'A request with this idempotency key is still being processed' };
const stillRunning: Answer = { status: 423, body: runningError };
const otherBody: Answer = { status: 422, body: invalid({ non_field_errors: ['This idempotency key was used with another request'] }) };
