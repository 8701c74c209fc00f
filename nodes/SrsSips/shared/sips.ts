import { srsSipsTokenFlow } from '../../../credentials/SrsSipsApi.credentials';
import { senderOptions } from '../../../engine/transport/senderOptions';

/** The partner's name in messages. */
export const SIPS = srsSipsTokenFlow.partner;

/** Longest wait for an answer in milliseconds, unless the person sets another. */
export const TIMEOUT_MS = {
	/** Reads. */
	usual: 30_000,
	/** Submit: SIPS hands orders to its ERP, and clients saw 15 s be too short. */
	submit: 60_000,
};

/** How requests to SIPS are sent. */
export const sipsSender = senderOptions(srsSipsTokenFlow, {
	credentialType: 'srsSipsApi',
	timeoutMs: TIMEOUT_MS.usual,
	accountFields: ['clientId'],
	alsoSecret: ['clientId'],
});

/** `option` of a product without colours, as in all samples of the documents. */
export const NO_OPTION = 'N/A';

/** What has to be shown in the place of a price of 0 (price-32656412e0). */
export const CALL_FOR_PRICE = 'Please call branch for product pricing';
