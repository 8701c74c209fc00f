import type { IDataObject } from 'n8n-workflow';

import { missedEvent, objectIdOf, tradevestEvent } from '../../../../../nodes/Tradevest/webhook/events';
import { EVENT_TYPES } from '../../../../../nodes/Tradevest/shared/eventTypes';
import { eventsIn, filterFault, kindsField } from '../../../../../nodes/Tradevest/webhook/eventChoice';

const ONBOARDING = 'ONBOARDING_NOTIFICATION';
const BODY = { onboardingId: 'o-1', customerId: 'c-1', status: 'REJECTED', notificationType: 'UPDATED', modifiedOn: '2026-05-04T10:00:08.256Z' };
const keyOf = (body: IDataObject, eventType = ONBOARDING) => tradevestEvent(body, eventType, 'delivery').eventKey;

describe('the key of an event', () => {
	it('is made of type, ids, kind, status and time, and of nothing else', () => {
		expect(keyOf({ ...BODY, somethingNew: 1, validationError: { errorType: 'A' } })).toBe(keyOf(BODY));
		expect(tradevestEvent(BODY, ONBOARDING, 'missed').eventKey).toBe(keyOf(BODY));
	});

	it.each<[string, IDataObject]>([
		['thing', { ...BODY, onboardingId: 'o-2' }],
		['kind', { ...BODY, notificationType: 'CREATED' }],
		['status', { ...BODY, status: 'APPROVED' }],
		['time', { ...BODY, modifiedOn: '2026-05-04T10:00:09.256Z' }],
	])('is another one with another %s', (_what, body) => {
		expect(keyOf(body)).not.toBe(keyOf(BODY));
	});

	it('is another one under another type', () => {
		expect(keyOf(BODY, 'DOCUMENT_NOTIFICATION')).not.toBe(keyOf(BODY));
	});

	it('is made of the whole body where status or time is missing, as of a change that was refused', () => {
		const refused = { naturalPersonId: 'p-1', notificationType: 'VALIDATION_ERROR', validationError: { errorType: 'A' } };
		expect(keyOf({ ...refused })).toBe(keyOf(refused));
		expect(keyOf({ ...refused, validationError: { errorType: 'B' } })).not.toBe(keyOf(refused));
	});
});

it.each<[string, IDataObject, string]>([
	['an id that only one type has', { onboardingId: 'o-1' }, ONBOARDING],
	['the id of a thing beside its customer', { savingsPlanId: 's-1', customerId: 'c-1' }, 'SAVINGS_PLANS_NOTIFICATION'],
	['an identification beside its person', { identificationVerificationId: 'i-1', naturalPersonId: 'p-1' }, 'IDENTIFICATION_VERIFICATION_NOTIFICATION'],
	['an id that several types have', { orderId: '1' }, ''],
	['nothing known', { status: 'CREATED' }, ''],
])('guesses the type of a sample by %s', (_what, body, expected) => {
	expect(tradevestEvent(body, undefined, 'delivery').eventType).toBe(expected);
});

it('puts out ids under their own names, and null for what is not said', () => {
	expect(tradevestEvent({ naturalPersonId: 'p-1', externalId: 'e-1', orderId: 7, paid: 'x' }, 'NATURAL_PERSON_NOTIFICATION', 'delivery')).toEqual({
		eventKey: expect.any(String) as string, eventType: 'NATURAL_PERSON_NOTIFICATION', naturalPersonId: 'p-1', externalId: 'e-1', orderId: '7',
		status: null, notificationType: null, validationError: null, modifiedOn: null, receivedBy: 'delivery', raw: { naturalPersonId: 'p-1', externalId: 'e-1', orderId: 7, paid: 'x' },
	});
});

it.each<[string, string, IDataObject, string | undefined]>([
	['its own name', 'SAVINGS_PLANS_NOTIFICATION', { savingsPlanId: 's-1', customerId: 'c-1', externalId: 'e-1' }, 's-1'],
	['another name, where it is the only one', 'DIGITAL_ASSET_ORDER_NOTIFICATION', { digitalAssetOrderId: 'd-1', customerId: 'c-1', externalId: 'e-1' }, 'd-1'],
	['no name that is sure', 'DIGITAL_ASSET_ORDER_NOTIFICATION', { oneId: '1', otherId: '2' }, undefined],
	['the customer itself', 'CUSTOMER_NOTIFICATION', { customerId: 'c-1' }, 'c-1'],
	['nothing', 'CUSTOMER_NOTIFICATION', {}, undefined],
])('finds the id of the thing under %s', (_what, eventType, body, expected) => {
	expect(objectIdOf(tradevestEvent(body, eventType, 'delivery'))).toBe(expected);
});

it.each<[string, IDataObject]>([
	['under a member', { eventType: ONBOARDING, notification: BODY, createdOn: 'x' }],
	['under another member', { eventType: ONBOARDING, request: { url: 'x' }, payload: BODY }],
	['by itself', { eventType: ONBOARDING, ...BODY }],
])('finds a missed notification %s, and gives it the key of the delivered one', (_what, entry) => {
	expect(missedEvent(entry)).toMatchObject({ eventKey: keyOf(BODY), eventType: ONBOARDING, onboardingId: 'o-1', receivedBy: 'missed', raw: BODY });
});

describe('Trigger On', () => {
	it('has the 26 types of the documents, in the order of their names', () => {
		const names = Object.values(EVENT_TYPES).map(({ name }) => name);
		expect(names).toHaveLength(26);
		expect(names).toEqual([...names].sort());
		expect(kindsField.options).toHaveLength(26);
	});

	it('reads a list, or text with commas, in capitals or not', () => {
		expect(eventsIn(['A_B', 'a_b'])).toEqual(['A_B']);
		expect(eventsIn('onboarding_notification, DOCUMENT_NOTIFICATION')).toEqual([ONBOARDING, 'DOCUMENT_NOTIFICATION']);
	});

	it.each([
		[['ONBOARDING_NOTIFICATION'], undefined],
		['NEW_IN_2027', undefined],
		['two words', /no kind of event/],
		[{ a: 1 }, /neither a list/],
	])('of %j', (given, expected) => {
		const fault = filterFault(given);
		if (expected === undefined) expect(fault).toBeUndefined();
		else expect(fault).toMatch(expected);
	});
});
