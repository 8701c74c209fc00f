import { cancellation } from '../shared/cancellation';
import { TOKENIZED_ORDER } from '../shared/things';

/** Cancels an order for a tokenized asset, `DELETE /wawex/orders/{orderId}` (wawex-tokenized-assets/orders, the newest page). */
export const cancel = cancellation(TOKENIZED_ORDER, { call: 'DELETE /wawex/orders/{orderId}', standing: 'documented in the newest page' });
