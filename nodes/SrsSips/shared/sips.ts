import { srsSipsTokenFlow } from '../../../credentials/SrsSipsApi.credentials';
import { sameAddress } from '../../../engine/address';
import { textField } from '../../../engine/token/flow';
import type { SenderOptions } from '../../../engine/transport/hostContext';

/** The partner's name in messages. */
export const SIPS = 'SIPS';

/** How requests to SIPS are sent. */
export const sipsSender: Omit<SenderOptions, 'timeoutMs'> = {
	partner: SIPS,
	credentialType: 'srsSipsApi',
	account: (credentials) => [sameAddress(srsSipsTokenFlow.apiBaseUrl(credentials)), textField(credentials, 'clientId')],
	secretFields: ['clientSecret', 'clientId'],
};

/** Longest wait for an answer in milliseconds, unless the person sets another. */
export const TIMEOUT_MS = {
	/** Reads. */
	usual: 30_000,
	/** Submit: SIPS hands orders to its ERP, and clients saw 15 s be too short. */
	submit: 60_000,
};

/** `option` of a product without colours, as in all samples of the documents. */
export const NO_OPTION = 'N/A';

/** What has to be shown in the place of a price of 0 (price-32656412e0). */
export const CALL_FOR_PRICE = 'Please call branch for product pricing';
