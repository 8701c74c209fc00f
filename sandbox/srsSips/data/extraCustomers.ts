import { customers, findCustomer, type SandboxCustomer } from './customers';

/** `EXTRA1`, `EXTRA2` and so on, in any case. */
const EXTRA_CODE = /^EXTRA([1-9]\d*)$/i;
const FIRST_EXTRA_ID = 1_000_000;

/**
 * A customer to look up: one of the data set, or one of `extra` invented ones, `EXTRA1` onwards, each with a key of its
 * own (`KEY1`). These are there to be looked up in any number: they buy nowhere, so they have no price and cannot order.
 */
export function customerToLookUp(customerCode: string, extra: number): SandboxCustomer | undefined {
	return findCustomer(customerCode) ?? extraCustomer(Number(EXTRA_CODE.exec(customerCode)?.[1]), extra);
}

/** @param at its place among them, from 1; NaN for none */
function extraCustomer(at: number, count: number): SandboxCustomer | undefined {
	const [model] = customers;
	if (!model || !(at <= count)) return undefined;
	return {
		...model,
		customerCode: `EXTRA${at}`,
		customerId: FIRST_EXTRA_ID + at,
		name: `EXTRA DEMO ROOFING ${at}`,
		integrationKey: `KEY${at}`,
		invoices: [],
		sites: [],
	};
}
