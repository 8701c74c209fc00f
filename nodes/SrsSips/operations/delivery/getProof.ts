import { orderId } from '../../sharedFields';
import { unconfirmedFile } from '../unconfirmedFile';

/**
 * Proof of Delivery (proof-of-delivery-32636881e0, a page that was not seen). A public brief says that it gives PDF,
 * images or both.
 */
export const getProof = unconfirmedFile({
	name: 'getProof',
	displayName: 'Get Proof of Delivery',
	action: 'Get the proof of a delivery',
	description: 'Download the signed slip or photos of a delivery',
	by: orderId,
	readCode: (fields) => String(fields.wholeNumber('orderId', { label: orderId.displayName, least: 1 })),
	template: '/deliveries/proofOfDelivery/{orderId}',
	what: 'Proof of Delivery',
	baseName: 'proof-of-delivery',
});
