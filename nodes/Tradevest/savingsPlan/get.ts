import { readId } from '../shared/fields';
import { getOne } from '../shared/reads';
import { SAVINGS_PLAN } from '../shared/things';

/** One savings plan, `GET /savings-plans/{savingPlanId}` (asset-management/savings-plans). A deleted one is not found. */
export const get = getOne({
	action: 'Get a savings plan',
	description: 'Read a savings plan and its state; a deleted one is not found',
	source: { call: 'GET /savings-plans/{savingPlanId}', standing: 'documented in parts' },
	what: SAVINGS_PLAN.what,
	properties: [{ displayName: 'Savings Plan ID', name: 'savingPlanId', type: 'string', required: true, default: '', placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33', description: 'As Tradevest knows it: savingPlanId of Create' }],
	main: ['savingPlanId', 'customerId', 'status', 'message', 'instrumentType', 'instrumentIdentifier', 'savingsAmount', 'currency', 'intervalPeriod', 'createdOn'],
	read: (fields) => ({ id: readId(fields, 'savingPlanId', 'Savings Plan ID') }),
	request: ({ id }) => ({ method: 'GET', path: SAVINGS_PLAN.one(id) }),
});
