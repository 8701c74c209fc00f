import { demoClient } from '../data/partner';
import { errorAnswer } from '../errors';
import type { ErrorAnswer } from '../types';

/** Whether the client may do a thing. Both refusals are invented, see the document. */
export class Permission {
	constructor(private readonly scopes: () => string[]) {}

	/** The reason why not. `scope` is left out where no page names one. */
	refusal(partnerId: string, scope?: string): ErrorAnswer | null {
		if (partnerId !== demoClient.partnerId) return errorAnswer('This action is unauthorized.');
		if (scope !== undefined && !this.scopes().includes(scope)) return errorAnswer('Invalid scope(s) provided.');
		return null;
	}
}
