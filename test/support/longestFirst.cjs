// Comes with jest, which documents it for this.
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take minutes, nearly all of it waiting. Where nothing is known of earlier runs, jest begins with the largest files, and whoever begins such a
 * one last waits for it alone: two minutes of nine, of engine tests.
 */
const LONG = [
	'unit/newOperation', 'unit/packages', 'unit/operations/badAnswers', 'property/idempotencyRecord', 'unit/engine/idempotency/sendOnce',
	'engine/su/channels', 'engine/tradevest/once', 'engine/srsSips/endless', 'engine/xCoverElements/bookingWrites', 'engine/su/writesOnce', 'engine/tradevest/orders', 'engine/everyOperation', 'engine/srsSips/submit',
	'e2e/tokens', 'e2e/editor', 'e2e/queue-tokens', 'e2e/order-watch', 'e2e/order-watch-scheduler', 'e2e/xcover-trigger', 'e2e/order-safety', 'e2e/xcover', 'e2e/credential-edits', 'e2e/tradevest-trigger', 'e2e/trigger-burst-su',
];

module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		const isLong = ({ path }) => LONG.some((name) => path.endsWith(`/test/${name}.test.ts`));
		const sorted = super.sort(tests);
		return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
	}
};
