import { isFailure } from '../../../../engine/failure';
import type { OnceOperation } from '../../../../engine/operation/operation';
import { runItems } from '../../../../engine/items/runItems';
import { any, batched, type Code, FakeSender, order, runOf, single } from '../../../support/services/madeUp';

const crash = (): never => {
	throw new TypeError('Cannot convert object to primitive value');
};
/** Only the first code breaks the reader. */
const crashAtBad = ({ code }: Code): void => {
	if (code === 'bad') crash();
};

describe('an answer on which our own code breaks', () => {
	it('is the failure of its item, and the others go on', async () => {
		const operation = any({ ...single, items: (_answer, value) => (crashAtBad(value), [{ code: value.code }]) });
		const results = await runItems(operation, runOf(['bad', 'good'], new FakeSender(), { continueOnFail: true }));
		expect(results[1]).toEqual({ items: [{ code: 'good' }] });
		expect(results[0]).toMatchObject({ failure: { kind: 'brokenAnswer', message: 'The answer of Partner could not be read' } });
		expect(JSON.stringify(results[0])).toContain('TypeError: Cannot convert');
	});

	it('is one of all items that share the request', async () => {
		const operation = any({ ...batched, batch: { ...batched.batch, deal: crash } });
		const results = await runItems(operation, runOf(['a1', 'a2'], new FakeSender(), { continueOnFail: true }));
		expect(results.map((result) => 'failure' in result && result.failure.kind)).toEqual(['brokenAnswer', 'brokenAnswer']);
	});

	it('leaves the outcome of a write open, which is not sent again', async () => {
		const sender = new FakeSender();
		const operation = any({ ...order, beforehand: { facts: () => ({}), check: () => [] }, items: crash } as OnceOperation<Code>);
		const [result] = await runItems(operation, runOf(['x'], sender, { continueOnFail: true }));
		expect(result && 'failure' in result && isFailure(result.failure) && result.failure.kind).toBe('unknownOutcome');
		expect(sender.writes).toHaveLength(1);
	});

	it('stops a write where it was read before it', async () => {
		const sender = new FakeSender();
		const operation = any({ ...order, beforehand: { ...order.beforehand, check: crash } } as OnceOperation<Code>);
		const [result] = await runItems(operation, runOf(['x'], sender, { continueOnFail: true }));
		expect(result && 'failure' in result && result.failure.message).toContain('Not sent (PO x), since it could not be checked');
		expect(sender.writes).toHaveLength(0);
	});
});
