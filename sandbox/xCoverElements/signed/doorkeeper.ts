import type { ArrivingCall, Refusal } from '../../core/state';
import { signers, type SigningPartner } from '../data/partner';
import { NOT_SIGNED, THROTTLED } from '../errors';
import type { XCoverElementsSettings } from '../settings';
import { isSame, readSignature, sign, stringToSign, type Algorithm } from '../signing';
import type { Throttle } from './throttle';

/** SHA-1 is no longer named (od/api/authentication). */
const TAKEN: readonly string[] = ['hmac-sha256', 'hmac-sha384', 'hmac-sha512'];

const notSigned: Refusal = { status: 403, reason: 'signature', message: NOT_SIGNED };

/** Invented: no page says whether anybody looks at the date, and what is answered then. */
const dateRefused: Refusal = { status: 403, reason: 'signature', message: 'The date of this request is too far from the present time' };

const throttled: Refusal = { status: 429, reason: 'limit', message: THROTTLED, headers: { 'retry-after': '1' } };

/** Lets signed calls in, and refuses the others (od/api/authentication), and those beyond the limits that are set. */
export class Doorkeeper {
	constructor(
		private readonly settings: () => XCoverElementsSettings,
		private readonly throttle: Throttle,
	) {}

	refusal(call: ArrivingCall): Refusal | null {
		const signer = signerOf(call);
		if (!signer || signer.partnerCode !== call.path.partner_code) return notSigned;
		if (!this.isInTime(String(call.headers.date))) return dateRefused;
		return this.throttle.isOver(signer, call.operationId) ? throttled : null;
	}

	private isInTime(date: string): boolean {
		const { dateToleranceMs, signatureClockAheadMs } = this.settings();
		const off = Math.abs(Date.parse(date) - Date.now() - signatureClockAheadMs);
		return dateToleranceMs === null || off <= dateToleranceMs;
	}
}

/** Who has signed a call; undefined for nobody. That the date must be among what is signed is invented: else a signature would do for ever. */
function signerOf({ method, url, headers }: ArrivingCall): SigningPartner | undefined {
	const signature = readSignature(headers.authorization);
	const signer = signers.find(({ apiKey }) => apiKey === headers['x-api-key'] && apiKey === signature?.keyId);
	if (!signature || !signer || !TAKEN.includes(signature.algorithm) || !signature.names.includes('date')) return undefined;
	const path = url.split('?', 1)[0] ?? '';
	const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
	const text = stringToSign(signature.names, { method, path, headers: named });
	return text !== null && isSame(signature.signature, sign(signature.algorithm as Algorithm, signer.apiSecret, text)) ? signer : undefined;
}
