import type { IDataObject } from 'n8n-workflow';

import { demoCompany } from '../../../sandbox/tradevest/data/companies';
import { demoDirectorId } from '../../../sandbox/tradevest/data/people';
import { IDS } from './Tradevest.examples';
import type { ExampleOutcome } from './writesOfService';

/** What an id of the examples is made by: the operation, the member of its output, and what differs from the example. */
type Making = readonly [name: string, member: string, changes?: (ids: ReadonlyMap<string, string>) => IDataObject];

const MAKING: Readonly<Record<Exclude<keyof typeof IDS, 'transaction' | 'document'>, Making>> = {
	cash: ['product.open', 'customerProductId', () => ({ productCode: 'BALANCE_ACCOUNT' })],
	depository: ['product.open', 'customerProductId', () => ({ productCode: 'DEPOSITORY_ACCOUNT' })],
	wallet: ['product.open', 'customerProductId', () => ({ productCode: 'CURRENCY_WALLET' })],
	ofCompany: ['product.open', 'customerProductId', () => ({ customerId: demoCompany.customerId, options: { requestorId: demoDirectorId } })],
	securitiesOrder: ['securitiesOrder.create', 'orderId', () => ({ externalId: 'before-1' })],
	cryptoOrder: ['cryptoOrder.create', 'orderId', () => ({ externalId: 'before-2' })],
	tokenizedOrder: ['tokenizedOrder.create', 'orderId', () => ({ externalId: 'before-3' })],
	transfer: ['transfer.create', 'transferId', (ids) => ({ body: { customerProductId: ids.get(IDS.cash), amount: 5, reference: 'before' } })],
	taxExemption: ['taxExemption.create', 'taxExemptionOrderId', () => ({ fsaAmount: '100.00' })],
	savingsPlan: ['savingsPlan.create', 'savingPlanId', () => ({ externalId: 'before-4' })],
	newPerson: ['naturalPerson.create', 'naturalPersonId', () => ({ firstName: 'Ole', externalId: 'before-5' })],
	newCustomer: ['customer.create', 'customerId', () => ({ entityId: IDS.newPerson })],
	onboarding: ['onboarding.start', 'onboardingId'],
	offboarding: ['offboarding.start', 'offboardingId'],
};

/** What can be made. */
export type Made = keyof typeof MAKING;

/** Runs an operation as its example has it, but for some parameters. */
type Run = (name: string, changes?: IDataObject) => Promise<ExampleOutcome>;

/** Makes things in the sandbox, in this order. @param ids filled in: what the sandbox gave in the place of `IDS` */
export async function make(run: Run, ids: Map<string, string>, wanted: readonly Made[]): Promise<void> {
	for (const each of wanted) {
		const [name, member, changes] = MAKING[each];
		const { items, error } = await run(name, changes?.(ids));
		if (error) throw error;
		ids.set(IDS[each], String(items?.[0]?.json[member]));
	}
}
