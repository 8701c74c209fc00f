import { receipt } from '../shared/receipt';
import { CRYPTO_ORDER } from '../shared/things';

/** The receipt of a crypto order, `GET /digital/orders/{orderId}/receipt` (digital-assets/create-order). */
export const downloadReceipt = receipt(CRYPTO_ORDER, { call: 'GET /digital/orders/{orderId}/receipt', standing: 'documented, but not the type of the file' });
