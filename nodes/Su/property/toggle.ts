import type { PartnerRequest } from '../../../engine/http/request';
import type { PropertyStateRequest } from '../shared/contract';
import { suPath } from '../shared/requests';

/** The page of Su's documents, for messages. */
export const TOGGLE = 'Property Deactivation and Activation API';

/** The call, and how much of it is documented. */
export const toggleSource = {
	call: 'POST /SUAPI/jservice/TogglePropertyStatus',
	standing: 'documented; the page has two names for the state, so both are sent',
} as const;

/**
 * Switches a property on or off, `POST TogglePropertyStatus` (content/listing/property-deactivation-and-activation-api). The page calls
 * the state `is_activate` in its text and `is_active` in its sample.
 *
 * @param isForced whether a property is switched off although channels are active, and they with it
 */
export function toggleRequest(hotelid: string, isActive: boolean, isForced = false): PartnerRequest {
	const state = isActive ? 1 : 0;
	const body: PropertyStateRequest = { hotelid, is_active: state, is_activate: state, ...(isForced ? { force_deactivation: true } : {}) };
	return { method: 'POST', path: suPath('TogglePropertyStatus'), body };
}
