import type { Fault } from '../../../sandbox/core/faults';

/** A fault of the partner or of a gateway before it, and how tables call it. */
export interface PartnerFault {
	readonly name: string;
	readonly fault: Fault;
}

const SUBMIT = 'submitOrder';
const LIST = 'getOrderList';
const TOKEN = 'getToken';
const OTHERS = ['getActiveBranchProducts', 'getInvoice'] as const;
/** Longer than the time-out of the nodes (see workflows.ts). */
const TOO_SLOW_MS = 9_000;

/** The page of a gateway. One that speaks for a server behind it may come when that server has done its work. */
function page(operationId: string, status: number, when?: 'after'): PartnerFault {
	return { name: `${operationId}: page of a gateway, ${status}${when ? ' after' : ''}`, fault: { operationId, kind: 'html', status, ...(when ? { when } : {}), body: gatewayPage(status) } };
}

function gatewayPage(status: number): string {
	return `<html>\r\n<head><title>${status}</title></head>\r\n<body><center><h1>${status}</h1></center><hr><center>nginx</center></body>\r\n</html>`;
}

function of(operationId: string, what: string, fault: Omit<Fault, 'operationId'>): PartnerFault {
	return { name: `${operationId}: ${what}`, fault: { operationId, ...fault } };
}

/** What can happen to the call of Submit: before the order is taken, and after. */
const ofSubmit: PartnerFault[] = [
	of(SUBMIT, 'slow', { kind: 'latency', ms: 1_500 }),
	of(SUBMIT, 'slower than the time-out', { kind: 'latency', ms: TOO_SLOW_MS }),
	of(SUBMIT, 'slower than the time-out, after', { kind: 'latency', ms: TOO_SLOW_MS, when: 'after' }),
	of(SUBMIT, 'cut', { kind: 'cut' }),
	of(SUBMIT, 'cut after', { kind: 'cut', when: 'after' }),
	of(SUBMIT, 'cut in the answer', { kind: 'cutBody' }),
	of(SUBMIT, 'silence', { kind: 'silence' }),
	of(SUBMIT, 'silence after', { kind: 'silence', when: 'after' }),
	of(SUBMIT, '500', { kind: 'status', status: 500 }),
	of(SUBMIT, '500 after', { kind: 'status', status: 500, when: 'after' }),
	of(SUBMIT, '429', { kind: 'status', status: 429, retryAfterSeconds: 1 }),
	page(SUBMIT, 403),
	page(SUBMIT, 404),
	page(SUBMIT, 502),
	page(SUBMIT, 502, 'after'),
	page(SUBMIT, 503),
	page(SUBMIT, 504, 'after'),
];

/** Order List, with which orders are looked for. */
const ofList: PartnerFault[] = [
	of(LIST, 'slow', { kind: 'latency', ms: 2_000 }),
	of(LIST, 'silence', { kind: 'silence' }),
	of(LIST, 'cut', { kind: 'cut' }),
	of(LIST, 'half an answer', { kind: 'truncatedJson' }),
	of(LIST, '500', { kind: 'status', status: 500 }),
	page(LIST, 403),
	page(LIST, 404),
	page(LIST, 503),
];

const ofToken: PartnerFault[] = [
	of(TOKEN, 'slow', { kind: 'latency', ms: 2_500 }),
	of(TOKEN, 'cut', { kind: 'cut' }),
	of(TOKEN, '500', { kind: 'status', status: 500 }),
	page(TOKEN, 404),
	page(TOKEN, 503),
];

const ofOthers: PartnerFault[] = OTHERS.flatMap((operationId) => [
	of(operationId, 'slow', { kind: 'latency', ms: 2_000 }),
	of(operationId, 'cut', { kind: 'cut' }),
	page(operationId, 404),
	page(operationId, 502),
]);

/** Submit most of all, and the list that says what became of it. */
export const PARTNER_FAULTS: readonly PartnerFault[] = [...ofSubmit, ...ofSubmit, ...ofList, ...ofList, ...ofToken, ...ofOthers];
