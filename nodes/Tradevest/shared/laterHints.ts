import { hintAbout } from '../../../engine/operation/hintAbout';
import type { Outcome } from '../../../engine/operation/operation';
import type { RunHint } from '../../../engine/operation/runHint';

/** What a person should know of what Tradevest has received: that it decides later. @param what such as `customer` */
export function undecidedHints(what: string, outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	return hintAbout(outcomes, ({ decided }) => decided === false, (howMany) => ({
		message: `Received, and not decided on yet (decided): ${howMany}. Tradevest decides on the ${what} later, and may refuse it. Tradevest Trigger hears the decision.`,
		type: 'warning',
	}));
}

/** The same of a change: that it is applied later, or not at all. */
export function unappliedHints(outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	return hintAbout(outcomes, ({ applied }) => applied === null, (howMany) => ({
		message: `Received, and not seen to be applied yet (applied): ${howMany}. Tradevest applies a change later; a refused one changes nothing, and only Tradevest Trigger hears of it.`,
		type: 'warning',
	}));
}
