/** How often what is to be sent. */
export interface Repeats {
	/** Different events. */
	readonly distinct: number;
	/** Events that are sent once more, each at any later place. */
	readonly duplicates: number;
	/** For the places of the duplicates. */
	readonly seed: number;
}

/** Numbers of events: each once in order, and some a second time at a random later place. */
export function withRepeats({ distinct, duplicates, seed }: Repeats): number[] {
	const order = Array.from({ length: distinct }, (_, at) => at);
	const random = randomBelow(seed);
	for (let event = 0; event < duplicates; event += 1) {
		const first = order.indexOf(Math.floor((event * distinct) / duplicates));
		order.splice(first + 1 + random(order.length - first), 0, order[first] ?? 0);
	}
	return order;
}

/** Whole numbers below another one, the same for the same seed: Numerical Recipes' linear congruential generator. */
export function randomBelow(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
