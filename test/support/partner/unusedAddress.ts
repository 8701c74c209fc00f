import { ofWorker } from '../e2e/ofWorker';

/** Addresses that partners have had: of all end-to-end tests of this worker, else of this test file. */
const used = ofWorker()?.addresses ?? new Set<string>();

/** Starts a partner at an address that none has had before: n8n remembers tokens and refusals by address, and the system hands out ports again. */
export async function atUnusedAddress<T extends { readonly url: string; close(): Promise<void> }>(start: () => Promise<T>): Promise<T> {
	const partner = await start();
	if (!used.has(partner.url)) {
		used.add(partner.url);
		return partner;
	}
	// Closed after the next is there, or that would get the same port.
	const next = await atUnusedAddress(start);
	await partner.close();
	return next;
}
