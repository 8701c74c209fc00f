import { isFailure, type Failure } from '../../../engine/failure';
import type { ParameterReader, RunContext } from '../../../engine/items/operation';
import type { PartnerAnswer } from '../../../engine/transport/request';
import type { OrderParameters } from '../../../nodes/SrsSips/order/orderParameters';
import { readOrder } from '../../../nodes/SrsSips/order/orderParameters';

export const RUN: RunContext = {
	credentials: { sourceSystem: 'DEMOSOURCE' },
	timezone: 'America/New_York',
	// Still the evening of the first in New York.
	now: new Date('2026-03-02T03:15:27.120Z'),
	executionId: '1',
};

/** A panel filled in with these values, by their full names such as `options.notes`. */
export function panel(values: Record<string, unknown>): ParameterReader {
	return (name, fallback) => (Object.hasOwn(values, name) ? values[name] : fallback);
}

export function answer(body: unknown, status = 200): PartnerAnswer {
	return { status, headers: {}, body };
}

/** What a function throws. @throws where it throws nothing, or no failure */
export function failureOf(work: () => unknown): Failure {
	try {
		work();
	} catch (error) {
		if (isFailure(error)) return error;
		throw error;
	}
	throw new Error('It did not fail');
}

/** The labels of the fields that a failure names, in its order. */
export function fieldsOf(failure: Failure): string[] {
	return (failure.details.faults ?? []).map(({ field }) => field);
}

export const LINE: Record<string, unknown> = {
	productId: '6000', productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD', customerItem: 'SH-01', price: '',
};

/** The panel of Submit, filled in well. */
export const ORDER: Record<string, unknown> = {
	customerCode: 'DEMO100',
	branchCode: 'SBDEN',
	jobAccountNumber: '43',
	poNumber: '7731-2',
	lineSource: 'table',
	'lines.line': [LINE],
	expectedDeliveryDate: '2026-03-05T00:00:00',
	shippingMethod: 'Ground Drop',
	shipToName: 'Jane Roe',
	shipToAddressLine1: '12 Ridge Rd',
	shipToCity: 'Denver',
	shipToState: 'CO',
	shipToZipCode: '80211',
	customerContactName: 'Jane Roe',
	customerContactPhone: '3035550100',
	customerContactEmail: 'jane@example.com',
};

export function order(changes: Record<string, unknown> = {}, run: RunContext = RUN): OrderParameters {
	return readOrder(panel({ ...ORDER, ...changes }), run);
}

export function orderWithLine(changes: Record<string, unknown>): OrderParameters {
	return order({ 'lines.line': [{ ...LINE, ...changes }] });
}
