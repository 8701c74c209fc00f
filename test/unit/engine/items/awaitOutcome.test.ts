import { Failure, isFailure } from '../../../../engine/failure';
import type { PartnerAnswer } from '../../../../engine/http/request';
import { awaitOutcome } from '../../../../engine/items/awaitOutcome';
import type { LaterOutcome } from '../../../../engine/operation/laterOutcome';
import type { Sender } from '../../../../engine/transport/sender';

const SENT = [{ id: 'a', status: 'RECEIVED' }];

function later(forMs: number): LaterOutcome<object> {
	return {
		forMs: () => forMs,
		request: () => ({ method: 'GET', path: '/things/a' }),
		seen(answer) {
			const { status } = answer.body as { status: string };
			if (status === 'INVALID') return { isFinal: true, items: [], refusal: new Failure('businessRefusal', 'It was refused', { advice: 'Correct it.' }) };
			return { isFinal: status !== 'RECEIVED', items: [{ id: 'a', status }] };
		},
	};
}

/** A partner that answers these, one after the other, and the last for ever. */
function partner(...answers: Array<unknown>) {
	const asked: number[] = [];
	const sender = {
		isCancelled: () => false,
		repeat: async () => {
			const body = answers[Math.min(asked.length, answers.length - 1)];
			asked.push(Date.now());
			if (isFailure(body)) throw body;
			return await Promise.resolve({ status: 200, headers: {}, body } as PartnerAnswer);
		},
	} as unknown as Sender;
	return { asked, sender };
}

const down = new Failure('outage', 'It is down', { advice: 'Wait.' });

describe('waiting for what the partner decides', () => {
	it('puts out what was decided', async () => {
		const { sender, asked } = partner({ status: 'RECEIVED' }, { status: 'CREATED' });
		expect(await awaitOutcome(later(5_000), {}, SENT, sender)).toEqual([{ id: 'a', status: 'CREATED' }]);
		expect(asked).toHaveLength(2);
	});

	it('puts out what the operation has for it where nothing was seen, and what was seen where something was', async () => {
		const unseen = () => [{ id: 'a', status: null }];
		expect(await awaitOutcome({ ...later(300), unseen }, {}, SENT, partner(down).sender)).toEqual([{ id: 'a', status: null }]);
		expect(await awaitOutcome({ ...later(300), unseen }, {}, SENT, partner({ status: 'RECEIVED' }).sender)).toEqual([{ id: 'a', status: 'RECEIVED' }]);
	});

	it('does not look where nobody wants to wait', async () => {
		const { sender, asked } = partner({ status: 'CREATED' });
		expect(await awaitOutcome(later(0), {}, SENT, sender)).toBe(SENT);
		expect(asked).toHaveLength(0);
	});

	it('says what was seen last once the time is over', async () => {
		const { sender } = partner({ status: 'RECEIVED' });
		expect(await awaitOutcome(later(600), {}, SENT, sender)).toEqual([{ id: 'a', status: 'RECEIVED' }]);
	});

	it('is not put off by a read that fails, or an answer that says nothing', async () => {
		const { sender, asked } = partner(down, null, { status: 'CREATED' });
		expect(await awaitOutcome(later(5_000), {}, SENT, sender)).toEqual([{ id: 'a', status: 'CREATED' }]);
		expect(asked).toHaveLength(3);
	});

	it('puts out what the write came to where nothing could be read', async () => {
		const { sender } = partner(down);
		expect(await awaitOutcome(later(600), {}, SENT, sender)).toBe(SENT);
	});

	it('fails with the reason where the partner decided against it', async () => {
		const { sender } = partner({ status: 'INVALID' });
		await expect(awaitOutcome(later(5_000), {}, SENT, sender)).rejects.toMatchObject({ kind: 'businessRefusal' });
	});

	it('stops with the execution', async () => {
		const { sender, asked } = partner({ status: 'RECEIVED' });
		expect(await awaitOutcome(later(60_000), {}, SENT, { ...sender, isCancelled: () => true })).toEqual([{ id: 'a', status: 'RECEIVED' }]);
		expect(asked).toHaveLength(1);
	});
});
