import { cancellation } from '../shared/cancellation';
import { SECURITIES_ORDER } from '../shared/things';

/** Cancels an order for a security, `DELETE /trading/order/{orderId}` (asset-management/trading). */
export const cancel = cancellation(SECURITIES_ORDER, { call: 'DELETE /trading/order/{orderId}', standing: 'documented' });
