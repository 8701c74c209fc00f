import type { ChannelRatesRequest, ChannelRulesRequest } from './types';

/** What was set for channels, the oldest first. */
export class ChannelBook {
	private taken: Array<ChannelRatesRequest | ChannelRulesRequest> = [];

	private tickets = 0;

	/** Takes an update or rules. IDs that are not there are taken as well, as an integrator saw it of rules. @returns the ticket's 21 digits */
	take(request: ChannelRatesRequest | ChannelRulesRequest): string {
		this.taken.push(request);
		this.tickets += 1;
		return `${Date.now()}9${String(this.tickets).padStart(7, '0')}`;
	}

	view(): ReadonlyArray<ChannelRatesRequest | ChannelRulesRequest> {
		return this.taken;
	}

	reset(): void {
		this.taken = [];
	}
}
