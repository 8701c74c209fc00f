import { Failure, isFailure } from '../failure';
import type { Effect } from '../http/request';
import type { OnceOperation, RepeatableOperation } from '../operation/operation';

/**
 * The same operation, whose reading of answers fails with nothing but a Failure. An answer may be anything; where one is so
 * odd that our own code breaks on it, that is the failure of one item, and no reason to stop all others.
 *
 * @param partner as people call it
 */
export function readSafely<P>(operation: RepeatableOperation<P>, partner: string): RepeatableOperation<P> {
	const { effect } = operation;
	const reading = <T>(read: () => T): T => safely(read, partner, effect);
	const complete = completing(operation, partner);
	if ('batch' in operation) {
		const { batch } = operation;
		return { ...operation, ...complete, batch: { ...batch, deal: (answer, values) => reading(() => batch.deal(answer, values)) } };
	}
	if ('consult' in operation) return { ...operation, ...complete, consult: async (value, ask, seal) => await safelyAsync(() => operation.consult(value, ask, seal), partner, effect) };
	if ('jointly' in operation) {
		const { jointly } = operation;
		return { ...operation, jointly: { ...jointly, consult: async (all, ask) => await safelyAsync(() => jointly.consult(all, ask), partner, effect) } };
	}
	// Files are read by the engine.
	if ('file' in operation) return operation;
	const items: typeof operation.items = (answer, value) => reading(() => operation.items(answer, value));
	if (!('replaces' in operation)) return { ...operation, items };
	const { replaces } = operation;
	const { complete: completeThing } = replaces;
	if (!completeThing) return { ...operation, items };
	return { ...operation, items, replaces: { ...replaces, complete: async (value, ask) => await safelyAsync(() => completeThing.call(replaces, value, ask), partner, 'read') } };
}

/** The same for a write that must happen once. What its own answer came to is then not known; what is read before it says nothing. */
export function readOnceSafely<P>(operation: OnceOperation<P>, partner: string): OnceOperation<P> {
	const { beforehand, lookUp } = operation;
	return {
		...operation,
		...completing(operation, partner),
		items: (answer, value) => safely(() => operation.items(answer, value), partner, 'once'),
		...(beforehand ? { beforehand: { ...beforehand, check: (value, facts) => safely(() => beforehand.check(value, facts), partner, 'read') } } : {}),
		...(lookUp ? { lookUp: { ...lookUp, match: (answer, value, wasSent, before) => safely(() => lookUp.match(answer, value, wasSent, before), partner, 'read') } } : {}),
	};
}

function completing<P>(operation: RepeatableOperation<P> | OnceOperation<P>, partner: string): Pick<OnceOperation<P>, 'complete'> {
	if (!('complete' in operation) || !operation.complete) return {};
	const { complete } = operation;
	return { complete: async (value, ask) => await safelyAsync(() => complete.call(operation, value, ask), partner, 'read') };
}

function safely<T>(read: () => T, partner: string, effect: Effect): T {
	try {
		return read();
	} catch (error) {
		throw unexpected(error, partner, effect);
	}
}

async function safelyAsync<T>(read: () => Promise<T>, partner: string, effect: Effect): Promise<T> {
	try {
		return await read();
	} catch (error) {
		throw unexpected(error, partner, effect);
	}
}

function unexpected(error: unknown, partner: string, effect: Effect): Failure {
	if (isFailure(error)) return error;
	const what = error instanceof Error ? `${error.name}: ${error.message}` : String(typeof error);
	const report = `If it stays so, report this to the maintainers of the package: ${what.slice(0, 200)}`;
	if (effect === 'once') {
		return new Failure('unknownOutcome', `The answer of ${partner} could not be read, so it may or may not have been carried out`, {
			advice: `Do not send it again before you have looked it up at the partner. ${report}.`,
		});
	}
	return new Failure('brokenAnswer', `The answer of ${partner} could not be read`, { advice: `Run the item again. ${report}.` });
}
