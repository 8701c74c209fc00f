import { isFailure, validationFailure, type Fault } from '../failure';
import type { OnceOperation } from '../operation/operation';
import type { Facts } from '../operation/reads';
import { gather, type Ask } from '../operation/reads';

/**
 * Reads what the partner says about a write that is about to be sent, and judges it.
 *
 * @throws Failure where something speaks against the write, or where that could not be found out
 */
export async function checkFirst<P>(operation: OnceOperation<P>, value: P, ask: Ask): Promise<void> {
	const { beforehand } = operation;
	if (!beforehand) return;
	let faults: Fault[];
	try {
		const facts: Facts = await gather(beforehand.facts(value), ask);
		faults = beforehand.check(value, facts);
	} catch (error) {
		throw notChecked(error, operation.label(value));
	}
	if (faults.length > 0) throw validationFailure(`${operation.displayName} (${operation.label(value)})`, faults);
}

/** What went wrong before anything was sent, told so. What is no failure of ours comes back as it is. */
export function notChecked(error: unknown, label: string): unknown {
	if (!isFailure(error) || error.kind === 'cancelled') return error;
	return error.retold({
		message: `Not sent (${label}), since it could not be checked. ${error.message}`,
		advice: `${error.details.advice} Nothing was sent.`,
	});
}
