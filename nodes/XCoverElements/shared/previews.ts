import type { IDataObject } from 'n8n-workflow';

import type { RunHint } from '../../../engine/operation/runHint';
import { isObject } from '../../../engine/values';

/**
 * A preview without its states as such: XCover writes there what would be (recordings: a preview says CANCELLED, and the booking read after it is CONFIRMED), so
 * `status` is put out as `previewed_status`, at any depth.
 */
export function withoutStates(preview: IDataObject): IDataObject {
	return renamed(preview) as IDataObject;
}

/** What a person should know of a preview. @param nothing what was not done, such as `Nothing was cancelled` @param next by what it is done */
export function previewHints(nothing: string, next: string): RunHint[] {
	return [{ message: `${nothing}: this was a preview, and previewed_status is what would be. The booking's own state is in Booking: Get. ${next}` }];
}

function renamed(value: unknown): unknown {
	if (Array.isArray(value)) return (value as unknown[]).map(renamed);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name === 'status' ? 'previewed_status' : name, renamed(entry)]));
}
