import type { IExecuteFunctions } from 'n8n-workflow';

import { xCoverElementsTokenFlow } from '../../../credentials/XCoverElementsApi.credentials';
import { xCoverSignatureFlow } from '../../../credentials/XCoverSignatureApi.credentials';
import { senderOptions, type SenderOptions } from '../../../engine/transport/senderOptions';
import { toldWithFaults } from './faults';
import type { Family } from './family';

/** The partner's name in messages. */
export const XCOVER = xCoverElementsTokenFlow.partner;

/**
 * Members that hold money. They are put out as text, digit by digit: `31.20` stays `31.20` (ssi/create-booking, xc/webhooks; of offers, previews,
 * refunds, taxes and instalments, as recordings of XCover's staging have them).
 */
export const AMOUNTS = [
	'adjustment_fee',
	'commission',
	'cover_amount',
	'partner_commission',
	'price',
	'price_diff',
	'refund_value',
	'surcharge',
	'surcharge_commission',
	'tax',
	'tax_amount',
	'total_amount',
	'total_amount_due',
	'total_amount_max',
	'total_amount_min',
	'total_amount_paid',
	'total_amount_without_tax',
	'total_commission',
	'total_premium',
	'total_price',
	'total_price_diff',
	'total_refund',
	'total_tax',
];

/** Milliseconds for an answer: Cover Genius asks for a patience of ten seconds at least (od/api/responses/error-management). */
const TIMEOUT_MS = 30_000;

/** Milliseconds for the answer of a write that happens once: longer than for a read, as its outcome is not known otherwise. */
export const ONCE_TIMEOUT_MS = 60_000;

/** How requests with a token of XCover Elements are sent. */
export const elementsSender = toldWithFaults(senderOptions(xCoverElementsTokenFlow, { credentialType: 'xCoverElementsApi', timeoutMs: TIMEOUT_MS, accountFields: ['clientId'], amounts: AMOUNTS }));

/** How signed requests are sent. */
export const signatureSender = toldWithFaults(senderOptions(xCoverSignatureFlow, { credentialType: 'xCoverSignatureApi', timeoutMs: TIMEOUT_MS, accountFields: ['partnerCode'], amounts: AMOUNTS }));

const SENDERS: Readonly<Record<Family, SenderOptions>> = { elements: elementsSender, signature: signatureSender };

/** How a node sends, by its field Authentication. What is no choice of it n8n has refused before. */
export function senderOf(context: Pick<IExecuteFunctions, 'getNodeParameter'>): SenderOptions {
	return SENDERS[context.getNodeParameter('authentication', 0) as Family];
}
