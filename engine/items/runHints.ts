import type { IExecuteFunctions } from 'n8n-workflow';

import { hintAbout } from '../operation/hintAbout';
import type { AnyOperation, Outcome } from '../operation/operation';
import type { RunHint } from '../operation/runHint';
import type { ItemResult } from './itemsRun';
import { isToolRun } from './toolFailure';

/** What of n8n's execution context hints are shown with. */
type HintContext = Pick<IExecuteFunctions, 'getNode'> & Partial<Pick<IExecuteFunctions, 'isToolExecution' | 'addExecutionHints'>>;

/**
 * Shows above the output what a person should know of a run: what the engine knows of all writes that happen once, and what the operation
 * says. Each is shown once, however many items it is about. Nothing is shown where a model called, which reads items only, or where n8n has no
 * place for it.
 *
 * @param results in the order of the items
 * @param asRead the parameters of the items that could be read, by index
 */
export function showRunHints(context: HintContext, operation: AnyOperation, results: readonly ItemResult[], asRead: ReadonlyMap<number, unknown>): void {
	if (isToolRun(context)) return;
	const hints = hintsOf(operation, outcomesOf(results, asRead));
	const distinct = hints.filter(({ message }, at) => hints.findIndex((other) => other.message === message) === at);
	if (distinct.length === 0) return;
	context.addExecutionHints?.(...distinct.map(({ message, type = 'info' }) => ({ message, type, location: 'outputPane' as const })));
}

/** Each item whose fields could be read, and what it came to. An item that was taken together with others comes to nothing itself. */
function outcomesOf(results: readonly ItemResult[], asRead: ReadonlyMap<number, unknown>): Array<Outcome<unknown>> {
	return [...asRead].sort(([one], [other]) => one - other).map(([index, parameters]) => {
		const result = results[index];
		if (result && 'failure' in result) return { parameters, items: undefined, failure: result.failure };
		return { parameters, items: result?.items };
	});
}

/** What was sent stays sent: a hint that cannot be made is left out, and the items come out all the same. */
function hintsOf(operation: AnyOperation, outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	const ofEngine = operation.effect === 'once' ? hintsOfOnce(outcomes) : [];
	try {
		return [...ofEngine, ...(operation.hints?.(outcomes) ?? [])];
	} catch {
		return ofEngine;
	}
}

/** What is only in fields of the items otherwise: that nothing was sent, or that no answer said what became of it. */
function hintsOfOnce(outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	return [
		...hintAbout(outcomes, ({ alreadySubmitted }) => alreadySubmitted === true, (howMany) => ({
			message: `Sent before, and not sent again (alreadySubmitted): ${howMany}. What comes out is what the earlier one came to.`,
		})),
		...hintAbout(outcomes, ({ alreadySubmitted, outcomeFrom }) => alreadySubmitted !== true && outcomeFrom === 'lookUp', (howMany) => ({
			message: `No answer said what became of it, and a look-up found it at the partner (outcomeFrom): ${howMany}.`,
		})),
	];
}
