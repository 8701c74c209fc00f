import { Book, type BookPlan, type Thing } from '../../../../sandbox/tradevest/book';
import { Notifications } from '../../../../sandbox/tradevest/notifications';
import { tradevestSettings } from '../../../../sandbox/tradevest/settings';

interface Parcel extends Thing {
	parcelId: string;
	weight: number;
}

const START = Date.parse('2026-05-04T10:00:00.000Z');

describe('a book of things that are decided later', () => {
	let now: number;
	let settings = { ...tradevestSettings };
	const notifications = new Notifications();
	const life = { settings: () => settings, now: () => now, notify: notifications.notify };
	const plan: BookPlan<Parcel> = {
		idName: 'parcelId',
		eventType: 'DOCUMENT_NOTIFICATION',
		statuses: { ACCEPTED: 'CREATED', REVIEW: 'REVIEW', INVALID: 'INVALID', REJECTED: 'REJECTED' },
	};
	const bookOf = (changes: Partial<BookPlan<Parcel>> = {}) => new Book<Parcel>({ ...plan, ...changes }, life);
	const put = (book: Book<Parcel>, more: Partial<Parcel> = {}) => book.create(({ id, ...stamp }) => ({ parcelId: id, weight: 1, ...stamp, ...more })).parcelId;
	const payloads = () => notifications.view().map(({ payload }) => payload);

	beforeEach(() => {
		now = START;
		settings = { ...tradevestSettings, decideAfterMs: 1000 };
		notifications.reset();
	});

	it('has them RECEIVED first, and decides them when their time has come', () => {
		const book = bookOf();
		const id = put(book);
		expect(book.find(id)).toMatchObject({ status: 'RECEIVED', createdOn: '2026-05-04T10:00:00.000Z' });
		now += 999;
		expect([book.find(id)?.status, payloads()]).toEqual(['RECEIVED', []]);
		now += 5000;
		expect(book.find(id.toUpperCase())).toMatchObject({ status: 'CREATED', modifiedOn: '2026-05-04T10:00:01.000Z' });
		expect(payloads()).toEqual([{ parcelId: id, status: 'CREATED', modifiedOn: '2026-05-04T10:00:01.000Z', notificationType: 'CREATED' }]);
	});

	it('decides them at once where nothing is to be waited for', () => {
		settings.decideAfterMs = 0;
		const book = bookOf();
		expect(book.find(put(book))?.status).toBe('CREATED');
	});

	it.each([
		['REVIEW', 'CREATED', false],
		['INVALID', 'VALIDATION_ERROR', true],
		['REJECTED', 'CREATED', true],
	] as const)('finds what is created next %s when told to, and tells why if it is bad', (verdict, notificationType, hasReason) => {
		settings.verdict = verdict;
		const book = bookOf();
		const id = put(book);
		settings.verdict = 'ACCEPTED';
		now += 1000;
		expect(book.find(id)?.status).toBe(verdict);
		expect(payloads()).toEqual([{ parcelId: id, status: verdict, modifiedOn: expect.any(String), notificationType, ...(hasReason ? { validationError: { errorType: 'UNKNOWN_ERROR', description: 'Switched on for a test' } } : {}) }]);
		expect(Object.keys(book.find(id) ?? {})).not.toContain('validationError');
	});

	it('removes those that are INVALID after a while, and keeps their externalId taken for ever', () => {
		settings.verdict = 'INVALID';
		const book = bookOf();
		const id = put(book, { externalId: 'p-1' });
		now += 1000 + settings.invalidLifeMs;
		expect(book.find(id)?.status).toBe('INVALID');
		now += 1;
		expect([book.find(id), book.view(), book.hasExternalId('p-1'), book.hasExternalId('p-2'), book.hasExternalId(undefined)]).toEqual([undefined, [], true, false, false]);
	});

	it('removes what was never decided as well', () => {
		settings.decideAfterMs = settings.invalidLifeMs * 2;
		const book = bookOf();
		const id = put(book);
		now += settings.invalidLifeMs;
		expect(book.find(id)?.status).toBe('RECEIVED');
		now += settings.invalidLifeMs * 2;
		expect([book.find(id), payloads()]).toEqual([undefined, []]);
	});

	it.each([
		['ACCEPTED', 'CREATED', undefined],
		['REJECTED', 'REJECTED', { errorType: 'UNKNOWN_ERROR', description: 'Switched on for a test' }],
	] as const)('has somebody decide on what is in REVIEW when told to: %s', (reviewLeadsTo, status, validationError) => {
		Object.assign(settings, { verdict: 'REVIEW', reviewLeadsTo });
		const book = bookOf();
		const id = put(book);
		now += 1999;
		expect(book.find(id)?.status).toBe('REVIEW');
		now += 1;
		expect(book.find(id)?.status).toBe(status);
		expect(payloads().at(-1)).toMatchObject({ status, notificationType: 'UPDATED', ...(validationError ? { validationError } : {}) });
	});

	it('tells at once of what the partner makes by itself, and decides nothing on it', () => {
		settings.verdict = 'INVALID';
		const book = bookOf();
		const { parcelId } = book.create(({ id, ...stamp }) => ({ parcelId: id, weight: 1, ...stamp }), { status: 'ACTIVE' });
		now += 5000;
		expect(book.find(parcelId)?.status).toBe('ACTIVE');
		expect(payloads()).toMatchObject([{ parcelId, status: 'ACTIVE', notificationType: 'CREATED' }]);
	});

	it('keeps them when told to', () => {
		Object.assign(settings, { verdict: 'INVALID', keepsInvalid: true });
		const book = bookOf();
		const id = put(book);
		now += settings.invalidLifeMs * 3;
		expect(book.find(id)?.status).toBe('INVALID');
	});

	it('applies a change later, and tells of it', () => {
		const book = bookOf();
		const id = put(book);
		now += 1000;
		book.settle();
		book.change(id, { weight: 7 });
		expect(book.find(id)?.weight).toBe(1);
		now += 1000;
		expect(book.find(id)).toMatchObject({ weight: 7, status: 'CREATED', modifiedOn: '2026-05-04T10:00:02.000Z' });
		expect(payloads().at(-1)).toEqual({ parcelId: id, status: 'CREATED', modifiedOn: '2026-05-04T10:00:02.000Z', notificationType: 'UPDATED' });
	});

	it('tells of a refused change without status and time, and changes nothing', () => {
		const book = bookOf();
		const id = put(book);
		now += 1000;
		settings.changes = 'refused';
		book.change(id, { weight: 7 });
		now += 1000;
		expect(book.find(id)).toMatchObject({ weight: 1, modifiedOn: '2026-05-04T10:00:01.000Z' });
		expect(payloads().at(-1)).toEqual({ parcelId: id, notificationType: 'VALIDATION_ERROR', validationError: { errorType: 'UNKNOWN_ERROR', description: 'Switched on for a test' } });
	});

	it('takes further steps by themselves, each at its time, unless the thing was moved meanwhile', () => {
		const next: BookPlan<Parcel>['next'] = ({ status }) => (status === 'CREATED' ? { afterMs: 500, outcome: () => ({ changes: { status: 'PENDING' } }) } : null);
		const book = bookOf({ first: 'CREATED', next });
		const [left, moved] = [put(book), put(book)];
		expect(payloads().map(({ status, notificationType }) => [status, notificationType])).toEqual([['CREATED', 'CREATED'], ['CREATED', 'CREATED']]);
		book.move(moved, { status: 'CANCELED' });
		now += 800;
		expect([book.find(left)?.status, book.find(moved)?.status]).toEqual(['PENDING', 'CANCELED']);
		expect(payloads().at(-1)).toMatchObject({ parcelId: left, modifiedOn: '2026-05-04T10:00:00.500Z', notificationType: 'UPDATED' });
	});

	it('lists them newest first, tells who lives with them of each change, and begins anew on a reset', () => {
		const seen: Array<[string | undefined, string]> = [];
		const seed: Parcel = { parcelId: 'a', weight: 3, status: 'ACTIVE', createdOn: '2026-01-01T00:00:00.000Z', modifiedOn: '2026-01-01T00:00:00.000Z', externalId: 's-1' };
		const book = bookOf({ seeds: [seed], changed: (thing, before) => seen.push([before?.status, thing.status]) });
		const id = put(book);
		now += 1000;
		expect(book.newestFirst().map(({ parcelId }) => parcelId)).toEqual([id, 'a']);
		expect(seen).toEqual([[undefined, 'RECEIVED'], ['RECEIVED', 'CREATED']]);
		book.reset();
		expect([book.view(), book.hasExternalId('s-1')]).toEqual([[seed], true]);
	});
});
