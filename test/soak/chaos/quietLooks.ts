import { setTimeout as sleep } from 'node:timers/promises';

import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import { WATCH_FLOWS } from './watchFlows';

/** Each watch looks at least twice: one look may have begun before. */
const LOOKS = 3 * WATCH_FLOWS.length;
/** A schedule of a process whose clock was set back may leave out a minute. */
const LONGEST_MS = 150_000;

/** Waits for some looks of the watches, with nothing else going on: nobody else reads the list of invoices. @returns whether they came */
export async function quietLooks({ control }: SrsSipsSandbox): Promise<boolean> {
	const answered = () => control.counts().operations.getInvoiceList?.answered['200'] ?? 0;
	const [from, deadline] = [answered(), Date.now() + LONGEST_MS];
	while (answered() < from + LOOKS && Date.now() < deadline) await sleep(500);
	return answered() >= from + LOOKS;
}
