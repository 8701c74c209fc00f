import type { IDataObject } from 'n8n-workflow';

import { isFailure, readOrFailure, type Failure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import type { Ask } from '../../../engine/operation/reads';
import { orRefusal } from '../../../engine/operation/reads';
import { listAnswer } from '../shared/answers';

/** Most calls for so many lines. What would need more is left to a person, and said. */
const CALLS = { most: 20, forLines: 500 };

/** Reads of a list of material, of which there are only so many. */
export class BudgetedReads {
	/** Calls that are left. */
	left: number;

	/** @param lines how many the list has */
	constructor(
		private readonly ask: Ask,
		lines: number,
	) {
		this.left = CALLS.most * Math.max(1, Math.ceil(lines / CALLS.forLines));
	}

	/** @throws Failure of any kind that is no `isPartnersNo` */
	async need(request: PartnerRequest): ReturnType<Ask> {
		this.left -= 1;
		return await this.ask(request);
	}

	/**
	 * Rows of a list that only helps: without it more is left to a person. What cannot be read is told there.
	 *
	 * @returns the rows, or why there are none
	 * @throws Failure where SIPS is down, or does not let us in
	 */
	async rows(request: PartnerRequest, what: string): Promise<IDataObject[] | Failure> {
		this.left -= 1;
		const answer = await orRefusal(this.ask(request));
		return isFailure(answer) ? answer : readOrFailure(() => listAnswer(answer, what));
	}
}
