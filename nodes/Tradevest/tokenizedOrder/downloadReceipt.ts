import { receipt } from '../shared/receipt';
import { TOKENIZED_ORDER } from '../shared/things';

/** The receipt of a tokenized order, `GET /wawex/orders/{orderId}/receipt` (wawex-tokenized-assets/orders). */
export const downloadReceipt = receipt(TOKENIZED_ORDER, { call: 'GET /wawex/orders/{orderId}/receipt', standing: 'documented, but not the type of the file' });
