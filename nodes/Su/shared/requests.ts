import type { PartnerRequest } from '../../../engine/http/request';
import type { HotelRequest } from './contract';

/** Path of a call: all calls that the node makes but one have this prefix, and their capitals count. */
export function suPath(name: string): string {
	return `/SUAPI/jservice/${name}`;
}

/** A call that asks with nothing but the property. */
export function hotelRequest(name: string, hotelid: string): PartnerRequest {
	const body: HotelRequest = { hotelid };
	return { method: 'POST', path: suPath(name), body };
}
