import type { IDataObject } from 'n8n-workflow';

import { Failure, type FailureKind } from '../../../engine/failure';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { ItemsRun } from '../../../engine/items/itemsRun';
import type { AnyOperation, BatchedRequest, OnceOperation, RepeatableOperation } from '../../../engine/operation/operation';
import type { Candidate } from '../../../engine/operation/candidate';
import type { Link } from '../../../engine/transport/link';
import type { OpenAnswer } from '../../../engine/http/openBody';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import type { Sender } from '../../../engine/transport/sender';
import { textOf } from '../../../engine/values';
import { MemoryStore } from '../orders/recordStore';

/** Where writes are looked up. */
const LIST = '/orders/list';

/** Parameters of all operations here: one code. */
export interface Code {
	code: string;
}

const told = { displayName: 'Made Up', action: 'Make up', description: 'Made up for a test', properties: [], source: { call: 'GET /things', standing: 'made up' } };

const parameters: OnceOperation<Code>['parameters'] = (read) => {
	const fields = new FieldReader(read);
	const code = fields.code('code', { label: 'Code' });
	fields.done('The item');
	return { code };
};

export const single: RepeatableOperation<Code> = {
	...told,
	name: 'get',
	effect: 'read',
	parameters,
	request: ({ code }) => ({ method: 'GET', path: `/things/${code}` }),
	items: ({ body }) => [body as IDataObject],
};

export const batched: RepeatableOperation<Code> & BatchedRequest<Code> = {
	...told,
	name: 'getMany',
	effect: 'read',
	parameters,
	batch: {
		defaultSize: 8,
		key: ({ code }) => code[0] ?? '',
		request: (batch) => ({ method: 'POST', path: '/things', body: { codes: batch.map(({ code }) => code) } }),
		deal: ({ body }, batch) => batch.map(({ code }) => [{ code, at: (body as IDataObject)[code] }] as IDataObject[]),
	},
};

export const order: OnceOperation<Code> = {
	...told,
	name: 'submit',
	effect: 'once',
	parameters,
	key: ({ code }) => code,
	purpose: ({ code }) => code,
	content: ({ code }) => code,
	beforehand: {
		facts: ({ code }) => ({ branch: { method: 'GET', path: `/branches/${code[0]}` } }),
		check: (_parameters, { branch }) => (branch instanceof Failure ? [{ field: 'Branch', expected: 'must exist' }] : []),
	},
	lookUp: {
		request: ({ code }) => ({ method: 'POST', path: LIST, body: { code } }),
		match: ({ body }) => ((body as IDataObject).listed ?? []) as unknown as Candidate[],
		ids: (items) => items.flatMap(({ orderId }) => textOf(orderId) ?? []),
		forMs: () => 0,
	},
	stopsWhenListed: () => true,
	label: ({ code }) => `PO ${code}`,
	request: ({ code }) => ({ method: 'POST', path: '/orders', body: { code } }),
	items: ({ body }) => [body as IDataObject],
};

export function failure(kind: FailureKind, message = `made-up ${kind}`): Failure {
	return new Failure(kind, message, { advice: 'Do something.', ...(kind === 'notFound' ? { isPartnersOwn: true } : {}) });
}

type Reply = (request: PartnerRequest) => unknown;
let accounts = 0;

/** A sender that answers with what the test says, and keeps what it was given. */
export class FakeSender implements Sender {
	readonly partner = 'Partner';
	/** Each has its own account, so that no write was ever sent before. */
	readonly account = `account-${(accounts += 1)}`;
	readonly credentials = {};
	readonly reads: PartnerRequest[] = [];
	readonly writes: PartnerRequest[] = [];
	/** Reads of the list in which writes are looked up. */
	readonly looks: PartnerRequest[] = [];

	constructor(private readonly reply: Reply = ({ path }) => ({ path })) {}

	isCancelled(): boolean {
		return false;
	}

	async open<T>(target: PartnerRequest | Link, take: (answer: OpenAnswer) => Promise<T>): Promise<T> {
		return await take(this.opened(target));
	}

	/** What a read that may be large answers. */
	protected opened(target: PartnerRequest | Link): OpenAnswer {
		throw new Error(`Nothing was to be opened, least of all ${JSON.stringify(target)}`);
	}

	/** What the list of writes answers: nothing listed, unless a test says otherwise. */
	protected listing(): unknown {
		return { listed: [] };
	}

	hideSecrets(text: string): string {
		return text.replaceAll('the-secret', '[hidden]');
	}

	seal(text: string): string {
		return `seal of ${text}`;
	}

	async repeat(request: PartnerRequest): Promise<PartnerAnswer> {
		if (request.path === LIST) {
			this.looks.push(request);
			return { status: 200, headers: {}, body: await this.listing() };
		}
		this.reads.push(request);
		return { status: 200, headers: {}, body: await this.reply(request) };
	}

	async once(request: PartnerRequest): Promise<PartnerAnswer> {
		this.writes.push(request);
		return { status: 200, headers: {}, body: await this.reply(request) };
	}
}

/** A run over items with these codes. */
export function runOf(codes: readonly unknown[], sender: Sender, change: Partial<ItemsRun> = {}): ItemsRun {
	return {
		itemCount: codes.length,
		reader: (index) => readerOf({ code: codes[index] }),
		run: { credentials: {}, timezone: 'UTC', now: new Date(0), executionId: '1' },
		sender,
		workflowId: 'test',
		store: new MemoryStore(),
		files: { prepareBinaryData: () => Promise.reject(new Error('Nothing is stored here')) },
		concurrency: 4,
		continueOnFail: false,
		...change,
	};
}

/** As a table of operations holds it. */
export function any<P>(operation: RepeatableOperation<P> | OnceOperation<P>): AnyOperation {
	return operation as AnyOperation;
}
