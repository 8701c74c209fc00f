import type { IDataObject } from 'n8n-workflow';

import { exactJson } from '../http/exactJson';
import { ExactNumber } from '../http/exactNumber';
import { isObject } from '../values';
import { shown, type Reading } from './reading';

/** A JSON object. Typed as text, its numbers keep the digits that were typed; an object from an expression has those that its numbers have. */
export function exactObject(value: unknown): Reading<IDataObject> {
	const object = typeof value === 'string' ? parsed(value) : value;
	return isObject(object) && !(object instanceof ExactNumber) && !(object instanceof Date) ? { value: object } : { fault: `must be a JSON object such as { "name": "value" }, not ${shown(value)}` };
}

function parsed(json: string): unknown {
	try {
		return exactJson(json);
	} catch {
		return undefined;
	}
}
