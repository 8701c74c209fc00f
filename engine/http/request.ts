import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { FormParts } from './multipart';

/** A request to a partner, as plain data. What may be done with it is decided by its operation's effect. */
export interface PartnerRequest {
	method: IHttpRequestMethods;
	/** Relative to the API's base address, with every value encoded: see `path`. */
	path: string;
	query?: Record<string, string | number>;
	body?: IDataObject | IDataObject[];
	/** A form with files, in the place of a body. */
	parts?: FormParts;
	/**
	 * That it carries a key which the partner keeps, and with which statuses it answers a second one: `firstAnswer` brings what was answered first,
	 * `underWay` says that the first is still under way. Left out, those statuses are refusals like others.
	 */
	keyed?: { firstAnswer: number; underWay: number };
	/** Further headers, such as who acts. */
	headers?: Record<string, string>;
	/** Values in this request that must not be shown, should the partner echo them. */
	secrets?: string[];
}

/** An answer of any status. */
export interface PartnerAnswer {
	status: number;
	headers: Record<string, unknown>;
	/** Parsed JSON, or a string where it was none. Whole numbers that JavaScript cannot hold are text: see `withLongNumbers`. */
	body: unknown;
	/** Values that must not be shown, should this answer echo them, for who quotes it. A function, so that they are in no output. */
	secrets?: () => readonly string[];
}

/**
 * What sending a request does at the partner. It decides retries, and nothing else does.
 * - `read`: changes nothing, may be repeated freely
 * - `repeatable`: a write that the partner makes harmless when repeated
 * - `once`: a write that must not be sent twice unless it is known that the first was not taken
 */
export type Effect = 'read' | 'repeatable' | 'once';
