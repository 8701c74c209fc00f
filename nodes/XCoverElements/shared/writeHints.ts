import { hintAbout } from '../../../engine/operation/hintAbout';
import type { Outcome } from '../../../engine/operation/operation';
import type { RunHint } from '../../../engine/operation/runHint';
import { textOf } from '../../../engine/values';

/** What a person should know of writes: which are not done yet, though they were taken. */
export function writeHints(outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	const isNow = (wanted: string) => ({ status }: { status?: unknown }) => textOf(status)?.trim().toUpperCase() === wanted;
	return [
		...hintAbout(outcomes, ({ taken }) => taken === true, (howMany) => ({ message: `XCover answered only that it took it (taken): ${howMany}. Read with Booking: Get what came of it.` })),
		...hintAbout(outcomes, isNow('RECEIVED'), (howMany) => ({ message: `Received, and not decided on yet (status): ${howMany}. Booking: Get and XCover Trigger tell what comes of it.`, type: 'warning' })),
		...hintAbout(outcomes, isNow('PENDING_PAYMENT'), (howMany) => ({ message: `The booking waits for its payment, and covers nobody (status): ${howMany}. Booking: Confirm Payment tells XCover that it was paid.`, type: 'warning' })),
	];
}
