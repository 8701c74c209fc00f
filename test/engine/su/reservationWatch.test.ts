import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SuApi } from '../../../credentials/SuApi.credentials';
import { SuReservationWatch } from '../../../nodes/Su/SuReservationWatch.node';
import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import { Engine } from '../../support/n8nEngine/n8nEngine';
import { received } from '../../support/n8nEngine/nodeRuns';
import { StartingPolls } from '../../support/polling/startingPolls';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { passTime } from '../../support/process/passTime';
import { su } from '../../support/tokens/furtherPartners';
import { suBooking } from '../../support/webhook/suBodies';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Message = Parameters<SuSandbox['queue']>[0];

/** What is to be compared is compared with the first poll of a day. */
const AT_ONCE = { options: { comparisonHour: 0 } };

describe('Su Reservation Watch', () => {
	let sandbox: SuSandbox;
	let engine: Engine;
	let watches = 0;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = new Engine({ nodeType: new SuReservationWatch(), credentialType: new SuApi(), credential: { ...su.credentialData(sandbox), accessTokenCheck: '' } });
	});
	afterEach(() => jest.restoreAllMocks());

	/** A watch of its own: what one has under way is remembered by its node. */
	function watch(parameters: INodeParameters = {}, budgetMs?: number): StartingPolls {
		watches += 1;
		return new StartingPolls(engine, new SuReservationWatch(), parameters, String(watches), budgetMs);
	}

	/** n8n is killed, and started again with what it has in its database. */
	function afterKill(before: StartingPolls): StartingPolls {
		const after = watch(before.parameters);
		after.saved = before.saved;
		return after.begin('init');
	}

	let last = 0n;
	/** A message about a booking that was made now. */
	function message(changes: IDataObject = {}): Message {
		last += 1n;
		const number = String(changes.channel_booking_id ?? 9_000_000_000n + last);
		const hotel = String(changes.hotel_id ?? 'NEW-3');
		const made = new Date(Date.now()).toISOString().slice(0, 19).replace('T', ' ');
		return suBooking({
			reservation_notif_id: String(188_251_666_900_249_000_000n + last), channel_booking_id: number, id: `${number}_${hotel}`, hotel_id: hotel, booked_at: made, ...changes,
		}) as unknown as Message;
	}

	const chosen = (...ids: string[]): INodeParameters => ({ properties: 'chosen', chosen: { property: ids.map((hotelId) => ({ hotelId })) } });
	const NEW_3 = chosen('NEW-3');
	const ids = (items: readonly IDataObject[]) => items.map((item) => item.reservation_notif_id);
	const settled = async () => await new Promise((resolve) => setTimeout(resolve, 300));

	it('pulls all properties until their queues are empty, starts the workflow with each message once, and acknowledges it', async () => {
		const waiting = sandbox.waiting();
		const polls = watch();
		await polls.poll();
		expect(polls.errors).toEqual([]);
		expect(ids(polls.items).sort()).toEqual([...waiting].sort());
		expect(sandbox.waiting()).toEqual([]);
		// Ten of a queue at once, the eleventh after them; what comes at once shares an execution.
		expect(polls.executions.map(({ items }) => items.length)).toEqual([14, 1]);
		await polls.poll();
		expect(polls.executions).toHaveLength(2);
	});

	it('puts out what Su Trigger puts out, without card data', async () => {
		const polls = watch(NEW_3);
		sandbox.queue(message({ channel_booking_id: '777' }));
		await polls.poll();
		expect(polls.items).toMatchObject([{ kind: 'reservation', bookingKey: 'NEW-3/19/777', eventKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string, status: 'new', guest_name: 'Mai Nguyen', raw: { hotel_name: 'Harbour View' } }]);
		expect(JSON.stringify(polls.items)).not.toContain('4111');
		const withCards = watch({ ...NEW_3, options: { includeCardData: true } });
		sandbox.queue(message());
		await withCards.poll();
		expect(JSON.stringify(withCards.items)).toContain('4111');
	});

	it('pulls chosen properties alone, and each once', async () => {
		const polls = watch(chosen('HVIEW-1', 'HVIEW-1'));
		await polls.poll();
		expect(new Set(polls.items.map(({ hotel_id }) => hotel_id))).toEqual(new Set(['HVIEW-1']));
		expect(polls.items).toHaveLength(4);
		expect(received(sandbox, 'listProperties')).toBe(0);
	});

	it('acknowledges what the filters leave out, and starts nothing with it', async () => {
		const polls = watch({ ...NEW_3, filters: { channels: '244', statuses: ['new', 'cancelled'] } });
		const [other, modified, wanted] = [message(), message({ status: 'modified', affiliation: { OTA_Code: '244' } }), message({ affiliation: { OTA_Code: '244' } })];
		sandbox.queue(other, modified, wanted);
		await polls.poll();
		expect(ids(polls.items)).toEqual([wanted.reservation_notif_id]);
		expect(sandbox.waiting()).not.toContain(other.reservation_notif_id);
		expect(sandbox.waiting()).not.toContain(modified.reservation_notif_id);
	});

	it('acknowledges nothing before the execution has ended, and everything once it has, however that was', async () => {
		const polls = watch(NEW_3, 1_000);
		polls.ends = 'never';
		const told = message();
		sandbox.queue(told);
		await polls.poll();
		expect([polls.executions.length, sandbox.waiting().includes(told.reservation_notif_id), received(sandbox, 'acknowledgeReservations')]).toEqual([1, true, 0]);
		// The next polls find it under way.
		await polls.poll();
		await polls.begin('update').poll();
		expect(polls.executions).toHaveLength(1);
		polls.executions[0]!.end('error');
		await settled();
		expect(sandbox.waiting()).not.toContain(told.reservation_notif_id);
		await polls.poll();
		expect([polls.executions.length, polls.errors]).toEqual([1, []]);
	});

	it('waits five seconds at most for executions as the workflow is published, and acknowledges what ends later', async () => {
		const polls = watch(NEW_3);
		polls.ends = 'never';
		const told = message();
		sandbox.queue(told);
		const began = performance.now();
		await polls.poll();
		expect(performance.now() - began).toBeLessThan(8_000);
		polls.executions[0]!.end('success');
		await settled();
		expect(sandbox.waiting()).not.toContain(told.reservation_notif_id);
	});

	it('starts a message again of whose execution nothing was heard for half an hour', async () => {
		const polls = watch(NEW_3, 1_000);
		polls.ends = 'never';
		sandbox.queue(message());
		await polls.poll();
		passTime(29 * MINUTE_MS);
		await polls.poll();
		expect(polls.executions).toHaveLength(1);
		passTime(2 * MINUTE_MS);
		polls.ends = 'success';
		await polls.poll();
		expect(polls.executions).toHaveLength(2);
	});

	it.each<[string, (polls: StartingPolls) => void]>([
		['n8n 2.41 has no run of', (polls) => polls.executions[0]!.end(undefined)],
		['n8n could not store', (polls) => polls.executions[0]!.fail(new Error('SQLITE_FULL: database or disk is full'))],
	])('starts a message again whose execution %s', async (_what, fail) => {
		const polls = watch(NEW_3, 1_000);
		polls.ends = 'never';
		const told = message();
		sandbox.queue(told);
		await polls.poll();
		fail(polls);
		await settled();
		expect(sandbox.waiting()).toContain(told.reservation_notif_id);
		polls.ends = 'success';
		await polls.poll();
		expect(ids(polls.items)).toEqual([told.reservation_notif_id, told.reservation_notif_id]);
		expect(sandbox.waiting()).not.toContain(told.reservation_notif_id);
	});

	it('acknowledges a message whose execution a person stopped: n8n has it', async () => {
		const polls = watch(NEW_3, 1_000);
		polls.ends = 'never';
		const told = message();
		sandbox.queue(told);
		await polls.poll();
		polls.executions[0]!.fail(Object.assign(new Error('The execution was cancelled manually'), { name: 'ManualExecutionCancelledError' }));
		await settled();
		expect(sandbox.waiting()).not.toContain(told.reservation_notif_id);
	});

	it('repeats a message once and loses none where n8n is killed between start and acknowledgement', async () => {
		const polls = watch(NEW_3, 1_000);
		polls.ends = 'never';
		const told = [message(), message()];
		sandbox.queue(...told);
		await polls.poll();
		const after = afterKill(polls);
		await after.poll();
		await after.poll();
		expect(ids(after.items)).toEqual(told.map(({ reservation_notif_id }) => reservation_notif_id));
		expect(sandbox.waiting().filter((id) => ids(after.items).includes(id))).toEqual([]);
	});

	it('starts nothing twice where Su does not take the acknowledgement, says so, and acknowledges with the next poll', async () => {
		const polls = watch(NEW_3);
		const told = message();
		sandbox.queue(told);
		sandbox.control.fault({ operationId: 'acknowledgeReservations', kind: 'status', status: 400, body: { Status: 'Fail', Errors: { Code: '367', ShortText: 'Not today' } }, times: 0 });
		await polls.poll();
		expect(polls.errors.map(({ message: words }) => words)).toEqual([expect.stringMatching(/^Property NEW-3: .*Not today/)]);
		sandbox.control.clearFaults();
		await polls.poll();
		expect([polls.executions.length, sandbox.waiting().includes(told.reservation_notif_id)]).toEqual([1, false]);
	});

	it('acknowledges the others where one has left the queue meanwhile', async () => {
		const polls = watch(NEW_3, 1_000);
		polls.ends = 'never';
		const [first, second] = [message(), message()];
		sandbox.queue(first, second);
		await polls.poll();
		const other = watch(NEW_3);
		sandbox.control.fault({ operationId: 'acknowledgeReservations', kind: 'status', status: 400, body: { Status: 'Fail', Errors: { Code: '950', ShortText: 'Reservation Not Found' } } });
		polls.executions[0]!.end('success');
		await settled();
		expect(sandbox.waiting()).not.toContain(first.reservation_notif_id);
		expect(sandbox.waiting()).not.toContain(second.reservation_notif_id);
		expect(received(sandbox, 'acknowledgeReservations')).toBe(3);
		expect(other.executions).toEqual([]);
	});

	it('pulls the other properties where one fails, and names the one that does', async () => {
		const polls = watch(chosen('HVIEW-1', 'GONE-9', 'NEW-3'));
		sandbox.queue(message());
		await polls.poll();
		expect(polls.items).toHaveLength(5);
		expect(polls.errors.map(({ message: words }) => words)).toEqual([expect.stringMatching(/^Property GONE-9: .*Invalid HotelCode/)]);
	});

	it('tells what is wrong with all of them once, and names them', async () => {
		const polls = watch(chosen('GONE-8', 'GONE-9'));
		sandbox.control.fault({ operationId: 'getNewReservations', kind: 'status', status: 400, body: { Status: 'Fail', Errors: { Code: '367', ShortText: 'Not today' } }, times: 0 });
		await polls.poll();
		expect(polls.errors.map(({ message: words }) => words).filter((words) => words.includes('Not today'))).toEqual([expect.stringMatching(/^Properties GONE-[89], GONE-[89]: /)]);
	});

	it('is not given up where Su is down as n8n starts, and tells it where it is published', async () => {
		const polls = watch();
		await polls.poll();
		sandbox.control.fault({ operationId: 'listProperties', kind: 'status', status: 400, body: { Status: 'Fail', Errors: { Code: '367', ShortText: 'Not today' } }, times: 0 });
		const after = afterKill(polls);
		await after.poll();
		expect([after.errors, after.warnings]).toEqual([[], [expect.stringMatching(/could not look at Su as n8n started, and goes on: .*Not today/)]]);
		await after.poll();
		await polls.begin('activate').poll();
		expect([after.errors.length, polls.errors.length]).toEqual([1, 1]);
	});

	it('starts nothing with a message that has no id to acknowledge it by, and says so', async () => {
		const polls = watch(NEW_3);
		const body = { reservations: [suBooking({ hotel_id: 'NEW-3', reservation_notif_id: '' })] };
		sandbox.control.fault({ operationId: 'getNewReservations', kind: 'answer', body, times: 0 });
		await polls.poll();
		expect([polls.executions, polls.errors.map(({ message: words }) => words)]).toEqual([[], [expect.stringMatching(/^Property NEW-3: .*without a reservation_notif_id.*5544330001_HVIEW-1/)]]);
	});

	it('refuses a setup that cannot work, with all that is wrong', async () => {
		const polls = watch({ properties: 'chosen', options: { comparisonDays: 400, timeoutMs: 'soon' } });
		await polls.poll();
		expect(polls.errors.map(({ message: words }) => words)).toEqual([expect.stringMatching(/Chosen Properties: must have at least one entry.*Comparison Days: must be a whole number from 1 to 180|Comparison Days.*Chosen Properties/)]);
		expect(received(sandbox, 'getNewReservations')).toBe(0);
	});

	it('acknowledges no id of which another message has not been stored', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false, filters: { statuses: ['new'] } });
		polls.ends = 'unstored';
		const wanted = message();
		const unwanted = message({ reservation_notif_id: wanted.reservation_notif_id, status: 'modified' });
		sandbox.queue(wanted, unwanted);
		await polls.poll();
		expect(polls.executions).toHaveLength(1);
		expect(sandbox.waiting()).toContain(wanted.reservation_notif_id);
	});

	it('says so where the list of properties cannot be read', async () => {
		const polls = watch();
		sandbox.control.fault({ operationId: 'listProperties', kind: 'answer', body: { properties: [{ hotelid: 'HVIEW-1', propertyname: 'Harbour View' }] }, times: 0 });
		await polls.poll();
		expect(received(sandbox, 'getNewReservations')).toBe(0);
		expect(polls.errors).toHaveLength(1);
	});

	it('does not promise a comparison that is turned off', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false });
		sandbox.control.fault({ operationId: 'getNewReservations', kind: 'answer', body: { reservations: [suBooking({ hotel_id: 'NEW-3', reservation_notif_id: '' })] }, times: 0 });
		await polls.poll();
		const told = polls.errors.map((error) => `${error.message} ${String((error as { description?: string }).description)}`).join(' ');
		expect(told).toContain('cannot be acknowledged');
		expect(told).not.toMatch(/nightly comparison finds the booking/);
	});

	it('says once that its state was damaged', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false });
		polls.saved = JSON.stringify({ 'node:Node under test': { watch: { version: 1, account: 7 } } });
		await polls.poll();
		await polls.begin('init').poll();
		expect(polls.errors).toHaveLength(1);
	});

	it('says so where a row of the list of properties has no ID', async () => {
		const polls = watch();
		sandbox.control.fault({ operationId: 'listProperties', kind: 'answer', body: { properties: [{ propertyid: 'NEW-3', propertyname: 'New' }, { propertyname: 'Harbour View' }] }, times: 0 });
		await polls.poll();
		expect(received(sandbox, 'getNewReservations')).toBe(1);
		expect(polls.errors).toHaveLength(1);
	});

	it('takes a booking of the queue that is wrapped, as Su Trigger does', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false });
		sandbox.control.fault({ operationId: 'getNewReservations', kind: 'answer', body: { reservations: [{ reservation: message() }] } as unknown as IDataObject });
		await polls.poll();
		expect([polls.errors.map(({ message: words }) => words), polls.items.length]).toEqual([[], 1]);
	});

	it('starts a booking without the number of the channel although the workflow fails for another such booking', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false, acknowledgeWhen: 'succeeded' });
		polls.ends = 'error';
		const [one, two] = [message(), message()].map((each) => ({ ...each, channel_booking_id: '' }));
		sandbox.queue(one as Message, two as Message);
		for (let poll = 0; poll < 3; poll += 1) await polls.poll();
		expect(new Set(polls.items.map(({ id }) => id))).toEqual(new Set([one!.id, two!.id]));
	});

	it('starts a message once whose acknowledgement overtakes the next reading of the queue', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false }, 3_000);
		polls.ends = 'never';
		sandbox.queue(message());
		await polls.poll();
		expect(polls.executions).toHaveLength(1);
		sandbox.control.fault({ operationId: 'getNewReservations', kind: 'latency', ms: 1_200, when: 'after' });
		const second = polls.poll();
		await new Promise((resolve) => setTimeout(resolve, 300));
		polls.executions[0]!.end('success');
		polls.ends = 'success';
		await second;
		expect(polls.executions).toHaveLength(1);
	});

	it('starts a message once that Su still lists after it has taken the acknowledgement', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false });
		sandbox.queue(message());
		sandbox.control.fault({ operationId: 'acknowledgeReservations', kind: 'answer', body: { Status: 'Success' } });
		await polls.poll();
		passTime(MINUTE_MS);
		await polls.poll();
		expect(polls.executions).toHaveLength(1);
	});

	it('starts no change beside what it changes, though it shares its id with another booking', async () => {
		const polls = watch({ ...NEW_3, comparesNightly: false, acknowledgeWhen: 'succeeded' }, 1_000);
		polls.ends = 'never';
		const first = message({ channel_booking_id: '71' });
		const change = message({ channel_booking_id: '71', status: 'modified' });
		const stranger = message({ channel_booking_id: '72', reservation_notif_id: change.reservation_notif_id });
		sandbox.queue(first, change, stranger);
		await polls.poll();
		expect(polls.items.filter(({ channel_booking_id }) => channel_booking_id === '71').map(({ status }) => status)).toEqual(['new']);
	});

	it.each(['stored', 'succeeded'])('starts a cancellation that comes under the id of what it cancels while that is under way, before the id is acknowledged (%s)', async (acknowledgeWhen) => {
		const polls = watch({ ...NEW_3, comparesNightly: false, acknowledgeWhen }, 1_000);
		polls.ends = 'never';
		const first = message();
		sandbox.queue(first);
		await polls.poll();
		sandbox.queue({ ...first, status: 'cancelled' } as Message);
		await polls.poll();
		for (const execution of polls.executions.slice(0, 1)) execution.end('success');
		await settled();
		expect(sandbox.waiting()).toContain(first.reservation_notif_id);
		polls.ends = 'success';
		for (const execution of polls.executions.slice(1)) execution.end('success');
		await settled();
		await polls.poll();
		expect(polls.items.map(({ status }) => status)).toEqual(['new', 'cancelled']);
		expect(sandbox.waiting()).not.toContain(first.reservation_notif_id);
	});

	describe('when the workflow has succeeded', () => {
		const SUCCEEDED = { ...NEW_3, acknowledgeWhen: 'succeeded' };

		it('gives each message an execution of its own, acknowledges those that succeeded, and starts the others again with the next poll', async () => {
			const polls = watch(SUCCEEDED, 1_000);
			polls.ends = 'never';
			const [good, bad] = [message(), message()];
			sandbox.queue(good, bad);
			await polls.poll();
			expect(polls.executions.map(({ items }) => ids(items))).toEqual([[good.reservation_notif_id], [bad.reservation_notif_id]]);
			polls.executions[0]!.end('success');
			polls.executions[1]!.end('error');
			await settled();
			expect([good, bad].map(({ reservation_notif_id: id }) => sandbox.waiting().includes(id))).toEqual([false, true]);
			polls.ends = 'success';
			await polls.poll();
			expect(ids(polls.executions[2]!.items)).toEqual([bad.reservation_notif_id]);
			expect(sandbox.waiting()).not.toContain(bad.reservation_notif_id);
		});

		it('starts a failed message once in a poll, and no later one of its booking before it', async () => {
			const polls = watch(SUCCEEDED);
			polls.ends = 'error';
			const first = message({ channel_booking_id: '123' });
			const change = message({ channel_booking_id: '123', status: 'modified' });
			sandbox.queue(first, change);
			await polls.poll();
			expect(ids(polls.items)).toEqual([first.reservation_notif_id]);
			polls.ends = 'success';
			await polls.poll();
			expect(ids(polls.items).slice(1)).toEqual([first.reservation_notif_id, change.reservation_notif_id]);
		});

		it('keeps messages together that have the same id, as some of the samples of Su: they are acknowledged by it', async () => {
			const polls = watch(SUCCEEDED);
			const first = message({ channel_booking_id: '124' });
			sandbox.queue(first, { ...first, status: 'modified' } as Message);
			await polls.poll();
			expect(polls.executions.map(({ items }) => items.map(({ status }) => status))).toEqual([['new', 'modified']]);
		});

		it('takes a workflow that waits for one that has succeeded', async () => {
			const polls = watch(SUCCEEDED);
			polls.ends = 'waiting';
			const told = message();
			sandbox.queue(told);
			await polls.poll();
			expect(sandbox.waiting()).not.toContain(told.reservation_notif_id);
		});
	});

	describe('at night', () => {
		/** A watch that has polled, so that what is made from now on is news. */
		async function begun(parameters: INodeParameters = {}): Promise<StartingPolls> {
			const polls = watch({ ...NEW_3, ...AT_ONCE, ...parameters });
			await polls.poll();
			expect([polls.errors, polls.executions]).toEqual([[], []]);
			passTime(MINUTE_MS);
			return polls;
		}

		it('finds a booking whose message never came, and tells it once, as missed', async () => {
			const polls = await begun();
			const lost = message();
			sandbox.queue(lost);
			sandbox.dropQueues();
			passTime(DAY_MS);
			await polls.poll();
			await polls.poll();
			expect(polls.errors).toEqual([]);
			expect(polls.items).toMatchObject([{ kind: 'missed', id: lost.id, bookingKey: `NEW-3/19/${lost.channel_booking_id}` }]);
			passTime(DAY_MS);
			await afterKill(polls).poll();
			expect(received(sandbox, 'getReservation')).toBe(1);
			expect(JSON.stringify(polls.items)).not.toContain('4111');
		});

		it('is quiet about what came, what is older than the watch, and what may still be on its way', async () => {
			sandbox.queue(message());
			sandbox.dropQueues();
			passTime(MINUTE_MS);
			const polls = watch({ ...NEW_3, ...AT_ONCE });
			await polls.poll();
			sandbox.queue(message());
			await polls.poll();
			expect(polls.items).toHaveLength(1);
			passTime(DAY_MS);
			sandbox.queue(message());
			sandbox.dropQueues();
			await polls.poll();
			expect([polls.items.length, received(sandbox, 'getReservation')]).toEqual([1, 0]);
			expect(received(sandbox, 'listBookings')).toBe(2);
		});

		it('looks once a day, from the hour on, by the clock of the workflow', async () => {
			const hour = Number(new Intl.DateTimeFormat('en-US', { timeZone: 'America/Denver', hour: 'numeric', hourCycle: 'h23' }).format(new Date()));
			const polls = watch({ ...NEW_3, options: { comparisonHour: (hour + 2) % 24 } });
			const isLater = hour + 2 < 24;
			await polls.poll();
			expect(received(sandbox, 'listBookings')).toBe(isLater ? 0 : 1);
			passTime(2 * HOUR_MS);
			await polls.poll();
			await polls.poll();
			expect(received(sandbox, 'listBookings')).toBe(isLater ? 1 : 2);
		});

		it('asks with days as this call has them, for as many as are wanted', async () => {
			await begun({ options: { comparisonHour: 0, comparisonDays: 5 } });
			const entry = sandbox.control.requests().filter(({ operationId }) => operationId === 'listBookings').at(-1);
			const day = (ago: number) => {
				const [year, month, date] = new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10).split('-');
				return `${month}-${date}-${year}`;
			};
			expect(entry?.body).toEqual({ Su_hotelid: 'NEW-3', date_from: day(5), date_to: day(0) });
		});

		it('reads a booking five times at most, and says which it cannot read', async () => {
			const polls = await begun({ options: { comparisonHour: 0, comparisonDays: 30 } });
			const lost = message();
			sandbox.queue(lost);
			sandbox.dropQueues();
			sandbox.control.fault({ operationId: 'getReservation', kind: 'status', status: 400, body: { Error: { Code: '950', ShortText: 'Reservation Not Found' }, Status: 'Fail' }, times: 0 });
			for (let night = 0; night < 8; night += 1) {
				passTime(DAY_MS);
				await polls.poll();
			}
			expect(received(sandbox, 'getReservation')).toBe(5);
			expect(polls.errors).toHaveLength(5);
			expect(polls.errors[0]!.message).toMatch(/^Property NEW-3: .*Reservation Not Found/);
		});

		it('tells a missed booking again where its execution was not stored', async () => {
			const polls = await begun();
			sandbox.queue(message());
			sandbox.dropQueues();
			passTime(DAY_MS);
			polls.ends = 'unstored';
			await polls.poll();
			polls.ends = 'success';
			passTime(DAY_MS);
			await polls.poll();
			passTime(DAY_MS);
			await polls.poll();
			expect(polls.items.map(({ kind }) => kind)).toEqual(['missed', 'missed']);
		});

		it('compares nothing where that is turned off', async () => {
			await begun({ comparesNightly: false });
			expect(received(sandbox, 'listBookings')).toBe(0);
		});

		it('begins anew where its state is damaged, says so, and pulls as before', async () => {
			const polls = watch({ ...NEW_3, ...AT_ONCE });
			polls.saved = JSON.stringify({ 'node:Node under test': { watch: { version: 1, account: 7 } } });
			sandbox.queue(message());
			await polls.poll();
			expect(polls.items).toHaveLength(1);
			expect(polls.errors.map(({ message: words }) => words)).toEqual([expect.stringMatching(/could not be read, and was put aside/)]);
		});

		it('says so where the list of bookings cannot be read', async () => {
			const polls = await begun();
			const lost = message();
			sandbox.queue(lost);
			sandbox.dropQueues();
			passTime(DAY_MS);
			sandbox.control.fault({ operationId: 'listBookings', kind: 'answer', body: { BookingDetails: [{ bookingid: lost.id, Booking_date: lost.booked_at }] } as unknown as IDataObject, times: 0 });
			await polls.poll();
			expect(polls.items.length + polls.errors.length).toBeGreaterThan(0);
		});

		it('finds a change whose message had no id, as it says', async () => {
			const polls = await begun();
			const first = message();
			sandbox.queue(first);
			await polls.poll();
			expect(polls.items).toHaveLength(1);
			sandbox.control.fault({ operationId: 'getNewReservations', kind: 'answer', body: { reservations: [{ ...first, status: 'cancelled', reservation_notif_id: '' }] } });
			await polls.poll();
			expect(polls.errors.map(({ message: words }) => words)).toEqual([expect.stringMatching(/without a reservation_notif_id/)]);
			passTime(DAY_MS);
			await polls.poll();
			expect(polls.items).toHaveLength(2);
		});

		it('tells a booking as missed whose workflow always failed until its message left the queue (another context of the same process)', async () => {
			const polls = await begun({ acknowledgeWhen: 'succeeded' });
			const lost = message();
			sandbox.queue(lost);
			polls.ends = 'error';
			await polls.poll();
			expect(polls.items).toHaveLength(1);
			sandbox.dropQueues();
			polls.ends = 'success';
			passTime(DAY_MS);
			await polls.begin('update').poll();
			expect(polls.items.map(({ kind }) => kind)).toEqual(['reservation', 'missed']);
		});

		it('tells a booking as missed whose workflow always failed until its message left the queue (after a restart)', async () => {
			const polls = await begun({ acknowledgeWhen: 'succeeded' });
			const lost = message();
			sandbox.queue(lost);
			polls.ends = 'error';
			await polls.poll();
			sandbox.dropQueues();
			passTime(DAY_MS);
			const after = afterKill(polls);
			await after.poll();
			expect(after.items.map(({ kind }) => kind)).toEqual(['missed']);
		});

		it('tells a booking as missed where n8n was killed before its execution ended, and stayed down for longer than the message waits', async () => {
			const polls = watch({ ...NEW_3, ...AT_ONCE, acknowledgeWhen: 'succeeded' }, 1_000);
			await polls.poll();
			passTime(MINUTE_MS);
			polls.ends = 'never';
			sandbox.queue(message());
			await polls.poll();
			expect(polls.executions).toHaveLength(1);
			sandbox.dropQueues();
			passTime(DAY_MS);
			const after = afterKill(polls);
			await after.poll();
			expect(after.items.map(({ kind }) => kind)).toEqual(['missed']);
		});

		it('tells nothing as missed that came, where the comparison was off for some days', async () => {
			const on = { options: { comparisonHour: 0, comparisonDays: 30 } };
			const polls = await begun(on);
			sandbox.queue(message());
			await polls.poll();
			expect(polls.items.map(({ kind }) => kind)).toEqual(['reservation']);
			polls.parameters = { ...polls.parameters, comparesNightly: false };
			passTime(5 * DAY_MS);
			await polls.begin('update').poll();
			// An execution, with which n8n saves the state.
			sandbox.queue(message());
			await polls.poll();
			polls.parameters = { ...polls.parameters, comparesNightly: true };
			await polls.begin('update').poll();
			expect(polls.items.map(({ kind }) => kind)).toEqual(['reservation', 'reservation']);
		});

		it('finds a booking that was made just before midnight GMT, with Comparison Days 1', async () => {
			const zone = 'America/Denver';
			const begin = new Date(Date.UTC(2027, 0, 12, 20, 0));
			passTime(begin.getTime() - Date.now());
			const hour = Number(new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(new Date(Date.UTC(2027, 0, 13, 0, 20))));
			const polls = watch({ ...NEW_3, options: { comparisonHour: hour, comparisonDays: 1 } });
			await polls.poll();
			passTime(3.5 * HOUR_MS);
			sandbox.queue(message());
			sandbox.dropQueues();
			passTime(HOUR_MS);
			await polls.poll();
			expect(received(sandbox, 'listBookings')).toBe(1);
			for (let day = 0; day < 3; day += 1) {
				passTime(DAY_MS);
				await polls.poll();
			}
			expect([polls.errors, received(sandbox, 'listBookings'), polls.items.map(({ kind }) => kind)]).toEqual([[], 4, ['missed']]);
		});

		it('compares back to the last comparison, or says that it did not', async () => {
			const polls = await begun();
			// An execution, with which n8n saves the state.
			sandbox.queue(message());
			await polls.poll();
			sandbox.queue(message());
			sandbox.dropQueues();
			passTime(4 * DAY_MS);
			const after = afterKill(polls);
			await after.poll();
			expect(after.items.length + after.errors.length + after.warnings.length).toBeGreaterThan(0);
		});

		it('reads a missed booking again where Su was down as it was to be read, with Comparison Days 1', async () => {
			const polls = await begun({ options: { comparisonHour: 0, comparisonDays: 1 } });
			sandbox.queue(message());
			sandbox.dropQueues();
			passTime(DAY_MS);
			sandbox.control.fault({ operationId: 'getReservation', kind: 'status', status: 400, body: { Error: { Code: '367', ShortText: 'Not today' }, Status: 'Fail' } });
			await polls.poll();
			expect(polls.errors).toHaveLength(1);
			for (let night = 0; night < 3; night += 1) {
				await polls.poll();
				passTime(DAY_MS);
			}
			expect(polls.items.map(({ kind }) => kind)).toEqual(['missed']);
		});

		it('takes a missed booking by the number of the channel where its id has another form', async () => {
			const polls = await begun();
			const lost = message();
			sandbox.queue(lost);
			sandbox.dropQueues();
			passTime(DAY_MS);
			sandbox.control.fault({ operationId: 'getReservation', kind: 'answer', body: { reservations: [{ ...lost, id: '880077' }] }, times: 0 });
			await polls.poll();
			expect([polls.errors.map(({ message: words }) => words), polls.items.length]).toEqual([[], 1]);
		});

		it('finds what a property lost that came later, after a restart', async () => {
			const polls = watch({ ...AT_ONCE });
			const known = ['HVIEW-1', 'PINE-2'].map((propertyid) => ({ propertyid, propertyname: propertyid, status: 'Active', roomcount: '1' }));
			sandbox.control.fault({ operationId: 'listProperties', kind: 'answer', body: { properties: known } });
			await polls.poll();
			expect(polls.executions.length).toBeGreaterThan(0);
			passTime(MINUTE_MS);
			await polls.poll();
			passTime(MINUTE_MS);
			sandbox.queue(message());
			sandbox.dropQueues();
			passTime(HOUR_MS);
			const after = afterKill(polls);
			await after.poll();
			passTime(DAY_MS);
			await after.poll();
			expect([after.errors, after.items.map(({ kind }) => kind)]).toEqual([[], ['missed']]);
		});

		it('tells a missed booking that was changed since to a workflow that wants new ones', async () => {
			const polls = await begun({ filters: { statuses: ['new'] } });
			const lost = message();
			sandbox.queue(lost, { ...lost, status: 'modified', reservation_notif_id: `${String(lost.reservation_notif_id).slice(0, -1)}x` });
			sandbox.dropQueues();
			passTime(DAY_MS);
			await polls.poll();
			expect(received(sandbox, 'getReservation')).toBe(1);
			expect(polls.items.map(({ kind }) => kind)).toEqual(['missed']);
		});

		it('takes no booking for seen because of a change that the filters leave out', async () => {
			const polls = await begun({ acknowledgeWhen: 'succeeded', filters: { statuses: ['new'] } });
			polls.ends = 'error';
			const lost = message({ channel_booking_id: '555' });
			sandbox.queue(lost, message({ channel_booking_id: '555', status: 'modified' }));
			await polls.poll();
			sandbox.dropQueues();
			polls.ends = 'success';
			passTime(DAY_MS);
			await polls.poll();
			expect(polls.items.map(({ kind }) => kind)).toEqual(['reservation', 'missed']);
		});

		it.each([['tells nothing as missed whose execution succeeded before another one started', true, ['reservation']], ['tells once more, as missed, what succeeded last before a restart', false, ['missed']]])('%s', async (_what, isFollowed, kinds) => {
			const polls = await begun({ acknowledgeWhen: 'succeeded' });
			sandbox.queue(message());
			await polls.poll();
			passTime(DAY_MS);
			const after = watch(polls.parameters);
			if (isFollowed) {
				sandbox.queue(message());
				await polls.poll();
				passTime(DAY_MS);
			}
			after.saved = polls.saved;
			await after.begin('init').poll();
			expect(isFollowed ? polls.items.slice(1).map(({ kind }) => kind) : after.items.map(({ kind }) => kind)).toEqual(kinds);
			expect(after.items.filter(({ id }) => id === polls.items[0]?.id)).toHaveLength(isFollowed ? 0 : 1);
		});
	});

	describe('in the editor', () => {
		it('shows what stands in the queues, acknowledges nothing and starts nothing', async () => {
			const polls = watch(chosen('HVIEW-1'));
			expect((await polls.runByHand())?.map(({ status }) => status)).toEqual(['new', 'modified', 'new', 'cancelled']);
			expect([polls.executions, received(sandbox, 'acknowledgeReservations'), sandbox.waiting().length]).toEqual([[], 0, 15]);
		});

		it('shows that there is nothing, and says what went wrong', async () => {
			expect(await watch(NEW_3).runByHand()).toBeNull();
			await expect(watch(chosen('GONE-9')).runByHand()).rejects.toThrow(/^Property GONE-9: .*Invalid HotelCode/);
		});
	});

	it.each<[string, INodeParameters, boolean]>([
		['half an hour', { item: [{ mode: 'everyX', value: 30, unit: 'minutes' }] }, false],
		['an hour', { item: [{ mode: 'everyHour', minute: 0 }] }, true],
	])('warns, once, of an interval that is too long: %s', async (_what, pollTimes, isWarned) => {
		const polls = watch({ ...NEW_3, pollTimes });
		await polls.poll();
		await polls.begin('update').poll();
		expect(polls.warnings).toEqual(isWarned ? [expect.stringMatching(/polls Su every 60 minutes.*every 30 minutes or more often/)] : []);
	});
});
