import type { ToldOrder } from './records';

const MOST = 25;
const LONGEST = 160;

/** Why orders were not told as placed: kind and words, with numbers and names of single orders left out, the most frequent first. */
export function reasonsOf(orders: readonly ToldOrder[]): string[] {
	const counts = new Map<string, number>();
	for (const { failure, outcome } of orders) {
		if (outcome || !failure) continue;
		const words = failure.text.replace(/\(PO [^)]*\)/g, '(...)').replace(/CHAOS-\d+/g, 'PO').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/\d+/g, '0');
		const reason = `${failure.kind ?? 'no failure of the node'}: ${words.slice(0, LONGEST)}`;
		counts.set(reason, (counts.get(reason) ?? 0) + 1);
	}
	const sorted = [...counts].sort(([, one], [, other]) => other - one);
	return sorted.slice(0, MOST).map(([reason, count]) => `${count} x ${reason}`);
}
