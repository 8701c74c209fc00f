import { MissedMemory } from '../../../../../nodes/Tradevest/webhook/missedMemory';

const [A, B] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];

it('hands out each event once, however long it stays in the list', () => {
	const memory = new MissedMemory(undefined);
	memory.begun([A]);
	expect([memory.isOpen(A), memory.isOpen(B)]).toEqual([false, true]);
	memory.done(A);
	expect(memory.isOpen(A)).toBe(false);
	expect(new MissedMemory(memory.stored()).isOpen(A)).toBe(false);
});

it('hands out what was about to start when n8n was killed once more, and then no more', () => {
	const first = new MissedMemory(undefined);
	first.begun([A]);
	const second = new MissedMemory(first.stored());
	expect(second.isOpen(A)).toBe(true);
	second.begun([A]);
	expect(second.isOpen(A)).toBe(false);
	expect(new MissedMemory(second.stored()).isOpen(A)).toBe(false);
});

it('opens again what no execution was stored for', () => {
	const memory = new MissedMemory(undefined);
	memory.begun([A, B]);
	memory.forget([A]);
	expect([memory.isOpen(A), memory.isOpen(B)]).toEqual([true, false]);
});

it('forgets what left the list, so that it does not grow for ever', () => {
	const memory = new MissedMemory({ begun: [], done: [A.slice(0, 18), B.slice(0, 18)] });
	memory.keepOnly([B]);
	expect(memory.stored()).toEqual({ begun: [], done: [B.slice(0, 18)] });
});

it.each([undefined, null, 'text', 7, [], { begun: 'a', done: 7 }])('begins anew with what cannot be read: %j', (stored) => {
	expect(new MissedMemory(stored).stored()).toEqual({ begun: [], done: [] });
});
