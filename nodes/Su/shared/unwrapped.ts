import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../engine/values';

/** A booking as it stands in a list. That Su may wrap it as `{"reservation":{...}}` is known through an integrator. */
export function unwrapped(booking: IDataObject): IDataObject {
	return isObject(booking.reservation) ? booking.reservation : booking;
}
