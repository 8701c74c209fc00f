import { orderId } from '../shared/fields';
import { unconfirmedFile } from '../shared/unconfirmedFile';

/**
 * Proof of Delivery (proof-of-delivery-32636881e0, a page that was not seen). Two partners that are live with SRS store it as one
 * PDF, which is there once the order is completed. A public brief speaks of images too, so these are taken as well.
 */
export const getProof = unconfirmedFile({
	name: 'getProof',
	displayName: 'Get Proof of Delivery',
	action: 'Get the proof of a delivery',
	description: 'Download the signed slip of a delivery, a PDF that exists once the order is completed',
	by: orderId,
	readCode: (fields) => String(fields.wholeNumber('orderId', { label: orderId.displayName, least: 1 })),
	template: '/deliveries/proofOfDelivery/{orderId}',
	what: 'Proof of Delivery',
	baseName: 'proof-of-delivery',
	existsOnce: 'once the order is completed',
});
