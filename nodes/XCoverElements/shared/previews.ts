import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../engine/values';

/**
 * A preview without its states as such: XCover writes there what would be (recordings: a preview says CANCELLED, and the booking read after it is CONFIRMED), so
 * `status` is put out as `previewed_status`, at any depth.
 */
export function withoutStates(preview: IDataObject): IDataObject {
	return renamed(preview) as IDataObject;
}

function renamed(value: unknown): unknown {
	if (Array.isArray(value)) return (value as unknown[]).map(renamed);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name === 'status' ? 'previewed_status' : name, renamed(entry)]));
}
