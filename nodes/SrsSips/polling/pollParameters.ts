import { createHash } from 'crypto';

import { addedFaults } from '../../../engine/items/addedFields';
import { momentOf } from '../../../engine/calendar';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { ParameterReader } from '../../../engine/operation/operation';
import type { PollRules } from './snapshot';
import { codeKey } from '../shared/codes';
import type { Filters } from './listedRows';
import { waitingKey } from './waitingOrders';
import { EVENT_NAMES, type EventName } from './pollEvents';
import { usualNumber, WATCH_COLLECTIONS } from './pollFields';
import type { WaitingOrder } from './pollState';

/** What the panel asks for. */
export interface PollParameters {
	rules: PollRules;
	filters: Filters;
	/** Changes with what is looked at: filters and look back. */
	scope: string;
	/** Also Wait For, by key. */
	named: Map<string, WaitingOrder>;
	/** Undefined where none is sent. */
	rowLimit: number | undefined;
	timeoutMs: number;
}

/** @throws Failure of kind `validation` that names every faulty field */
export function readPollParameters(read: ParameterReader): PollParameters {
	const fields = new FieldReader(read);
	const whole = (name: string, label: string, least: number, most: number): number => {
		const usual = usualNumber(name.split('.').at(-1) ?? name);
		const value = fields.optionalNumber(name, { label, whole: true }) ?? usual;
		return value < least || value > most ? fields.fault(label, `must be a whole number from ${least} to ${most}`, usual) : value;
	};
	const text = (name: string, label: string) => fields.optionalText(`filters.${name}`, { label });
	const filters: Filters = {
		customerCode: text('customerCode', 'Customer Code'),
		branchCode: text('branchCode', 'Branch Code'),
		poNumberPrefix: text('poNumberPrefix', 'PO Number Prefix'),
	};
	const rules: PollRules = {
		wanted: wantedEvents(fields, read),
		tellsExisting: fields.optionalFlag('includeExisting', { label: 'Report What Is There Already' }) ?? false,
		lostAfterMs: whole('lostAfterMinutes', 'Lost After (Minutes)', 1, 10_080) * 60_000,
		lookBackDays: whole('options.lookBackDays', 'Look Back (Days)', 1, 365),
		openOrderDays: whole('options.openOrderDays', 'Open Orders For (Days)', 1, 365),
	};
	const parameters: PollParameters = {
		rules,
		filters,
		scope: scopeOf(filters, rules),
		named: namedOrders(fields),
		rowLimit: whole('options.rowLimit', 'Row Limit', 0, 1_000_000) || undefined,
		timeoutMs: whole('options.timeoutMs', 'Timeout (Ms)', 1, 3_600_000),
	};
	// A filter that comes to nothing would let everything through.
	for (const { field, expected } of addedFaults(WATCH_COLLECTIONS, read).faults) fields.fault(field, expected);
	fields.done('The request');
	return parameters;
}

function wantedEvents(fields: FieldReader, read: ParameterReader): Set<EventName> {
	const given = read('events', []);
	const names: unknown[] = Array.isArray(given) ? given : [given];
	if (names.length === 0) return new Set(EVENT_NAMES);
	const wanted = names.flatMap((name) => EVENT_NAMES.find((known) => known === name) ?? []);
	return wanted.length === names.length ? new Set(wanted) : fields.fault('Trigger On', `must be some of ${EVENT_NAMES.join(', ')}`, new Set(EVENT_NAMES));
}

/** Queued orders that a person, or an expression, names. */
function namedOrders(fields: FieldReader): Map<string, WaitingOrder> {
	const label = 'Also Wait For';
	const named = new Map<string, WaitingOrder>();
	fields.optionalList('options.alsoWaitFor', { label }).forEach((row, at) => {
		const entry = new FieldReader(readerOf(row), `${label} ${at + 1}: `);
		const text = (name: string) => entry.optionalText(name, { label: name }) || null;
		const order: WaitingOrder = {
			transactionId: text('transactionId'),
			poNumber: text('poNumber'),
			orderId: text('orderId'),
			customerCode: text('customerCode'),
			branchCode: text('branchCode'),
			queueId: text('queueId'),
			queuedAt: momentOf(row.queuedAt) ?? entry.fault('queuedAt', 'must be a date and time with its zone, such as 2026-03-02T08:15:27Z', 0),
			phase: 'waiting',
			isNamed: true,
		};
		if (order.transactionId === null && order.poNumber === null && order.orderId === null) {
			entry.fault('transactionId, poNumber or orderId', 'one of them must be given');
		}
		fields.take(entry);
		named.set(waitingKey(order), order);
	});
	return named;
}

function scopeOf(filters: Filters, { lookBackDays }: PollRules): string {
	const seen = [filters.customerCode, filters.branchCode, filters.poNumberPrefix].map(codeKey);
	return createHash('sha256').update(JSON.stringify([...seen, lookBackDays])).digest('base64url').slice(0, 12);
}
