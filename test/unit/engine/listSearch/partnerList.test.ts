import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../../engine/failure';
import { partnerList } from '../../../../engine/listSearch/partnerList';
import type { PartnerAnswer } from '../../../../engine/http/request';
import { failure, FakeSender } from '../../../support/services/madeUp';

const read = () =>
	partnerList<{ shelf: string }, { id: string; name: string }>({
		partner: 'Partner',
		what: 'Things',
		most: 2,
		request: ({ shelf }) => ({ method: 'GET', path: `/shelves/${shelf}` }),
		rows: ({ body }: PartnerAnswer) => body as IDataObject[],
		read: ({ id, name }) => (typeof id === 'string' ? { id, name: String(name) } : undefined),
		unknown: ({ shelf }) => ({ message: `No things on shelf ${shelf}`, advice: 'Choose another shelf.' }),
	});

async function failed(work: Promise<unknown>): Promise<Failure> {
	const error: unknown = await work.then(() => undefined, (thrown: unknown) => thrown);
	if (isFailure(error)) return error;
	throw new Error(`No failure, but ${String(error)}`);
}

describe('a list at a partner', () => {
	it('is sorted by name, numbers by their size', async () => {
		const sender = new FakeSender(() => [{ id: 'c', name: 'Bolt 10' }, { id: 'a', name: 'anchor' }, { id: 'b', name: 'Bolt 9' }]);
		expect((await read()(sender, { shelf: 'A' })).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	});

	it('leaves rows out that cannot be read', async () => {
		const sender = new FakeSender(() => [{ id: null, name: 'Broken' }, {}, { id: 'a', name: 'Anchor' }]);
		expect(await read()(sender, { shelf: 'A' })).toEqual([{ id: 'a', name: 'Anchor' }]);
	});

	it('may be empty', async () => {
		expect(await read()(new FakeSender(() => []), { shelf: 'A' })).toEqual([]);
	});

	it('is not taken for empty where no row can be read', async () => {
		const { kind, message } = await failed(read()(new FakeSender(() => [{ ID: 'a' }, { ID: 'b' }]), { shelf: 'A' }));
		expect([kind, message]).toEqual(['brokenAnswer', 'Partner answered with 2 rows of a form that is not known (Things)']);
	});

	it('is read once for the words typed in it, and for each account by itself', async () => {
		const list = read();
		const [ours, theirs] = [new FakeSender(() => []), Object.assign(new FakeSender(() => []), { credentials: { clientId: 'them' } })];
		for (const sender of [ours, ours, theirs]) await list(sender, { shelf: 'A' });
		await list(ours, { shelf: 'B' });
		expect([ours.reads.map(({ path }) => path), theirs.reads.length]).toEqual([['/shelves/A', '/shelves/B'], 1]);
	});

	it.each(['notFound', 'validation'] as const)('says in its own words what a failure of kind %s means', async (kind) => {
		const sender = new FakeSender(() => {
			throw failure(kind, 'as the partner says');
		});
		const { message, details } = await failed(read()(sender, { shelf: 'A' }));
		expect([message, details.advice]).toEqual(['No things on shelf A: as the partner says', 'Choose another shelf.']);
	});

	it.each([
		['a 404 of a gateway', failure('notFound').retold({ isPartnersOwn: false })],
		['a status that is none of an answer', failure('validation').retold({ status: 407 })],
	])('does not take %s for the words of the partner', async (_what, given) => {
		const sender = new FakeSender(() => {
			throw given;
		});
		expect((await failed(read()(sender, { shelf: 'A' }))).message).toBe(given.message);
	});

	it.each(['outage', 'authentication', 'rateLimit'] as const)('leaves a failure of kind %s as it is', async (kind) => {
		const given = failure(kind);
		const sender = new FakeSender(() => {
			throw given;
		});
		expect(await failed(read()(sender, { shelf: 'A' }))).toBe(given);
	});
});
