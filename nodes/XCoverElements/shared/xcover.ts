import { xCoverElementsTokenFlow } from '../../../credentials/XCoverElementsApi.credentials';
import { xCoverSignatureFlow } from '../../../credentials/XCoverSignatureApi.credentials';
import { senderOptions } from '../../../engine/transport/senderOptions';

/** The partner's name in messages. */
export const XCOVER = xCoverElementsTokenFlow.partner;

/**
 * Members that hold money. They are put out as text, digit by digit: `31.20` stays `31.20` (ssi/create-booking, xc/webhooks; of previews,
 * refunds and prices of changes, as recordings of XCover's staging have them).
 */
export const AMOUNTS = [
	'adjustment_fee',
	'commission',
	'cover_amount',
	'price',
	'price_diff',
	'refund_value',
	'surcharge',
	'tax',
	'total_price',
	'total_price_diff',
	'total_refund',
];

/** How requests with a token of XCover Elements are sent. */
export const elementsSender = senderOptions(xCoverElementsTokenFlow, { credentialType: 'xCoverElementsApi', timeoutMs: 30_000, accountFields: ['clientId'], amounts: AMOUNTS });

/** How signed requests are sent. */
export const signatureSender = senderOptions(xCoverSignatureFlow, { credentialType: 'xCoverSignatureApi', timeoutMs: 30_000, accountFields: ['apiKey', 'partnerCode'], amounts: AMOUNTS });
