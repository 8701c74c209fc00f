import { Failure } from '../failure';

/** Tries of a run that were given up though the partner may still carry them out, by the positions of their items. */
export class UnansweredTries {
	private readonly groups: Array<readonly number[]> = [];
	/** How many tries had been given up when an item had got its answer. */
	private readonly countAt = new Map<number, number>();

	/** Notes a try that failed, where what became of it is not known. */
	note(group: readonly number[], { details }: Failure): void {
		if (details.mayArriveLate) this.groups.push(group);
	}

	/** Notes that these have got their answer. */
	passed(group: readonly number[]): void {
		if (this.groups.length > 0) for (const position of group) this.countAt.set(position, this.groups.length);
	}

	/** Items of tries that were given up before this one had got its answer. A try that held the item itself says the same of it. */
	before(position: number): number[] {
		const groups = this.groups.slice(0, this.countAt.get(position) ?? 0);
		return groups.filter((group) => !group.includes(position)).flat();
	}
}

/**
 * What is told of an item that was sent, and that an earlier try may undo.
 *
 * @param earlier number of the item of that try
 */
export function overtakenFailure(partner: string, earlier: number): Failure {
	return new Failure('unknownOutcome', `It is not known whether this stands: ${partner} took it, but gave no answer to a request before it. That one sets something else for the same (item ${earlier}), and ${partner} may still carry it out after this`, {
		advice: `Wait some minutes, look at ${partner}, and run this item alone once more: that does no harm.`,
	});
}
