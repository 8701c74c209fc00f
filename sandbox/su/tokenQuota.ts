import type { SuSettings } from './settings';

/** Counts the tokens of the last hour (getting-started/token-based-authentication: at most 30 within 60 minutes). */
export class TokenQuota {
	private issuedAt: number[] = [];

	constructor(private readonly settings: () => Pick<SuSettings, 'tokenLimit' | 'tokenWindowSeconds'>) {}

	isUsedUp(): boolean {
		const { tokenLimit, tokenWindowSeconds } = this.settings();
		const start = Date.now() - tokenWindowSeconds * 1000;
		this.issuedAt = this.issuedAt.filter((at) => at > start);
		return this.issuedAt.length >= tokenLimit;
	}

	/** Only tokens count, not calls that got none: the page speaks of tokens generated. */
	count(): void {
		this.issuedAt.push(Date.now());
	}

	reset(): void {
		this.issuedAt = [];
	}
}
