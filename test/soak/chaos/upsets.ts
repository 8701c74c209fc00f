/** Something that was done to n8n or happened to it, by the clock of the run. */
export interface Upset {
	/** `database slow`, `database stall`, `database cut`, or the name of a process that was not there. */
	readonly what: string;
	/** In milliseconds since 1970. */
	readonly from: number;
	/** The same; infinite while it lasts. */
	to: number;
}

/** When n8n had no whole database, and when which of its processes was down: what may be lost or told twice then may not be at other times. */
export class Upsets {
	readonly all: Upset[] = [];

	/** @returns what ends it */
	begin(what: string): () => void {
		const upset: Upset = { what, from: Date.now(), to: Number.POSITIVE_INFINITY };
		this.all.push(upset);
		return () => {
			upset.to = Date.now();
		};
	}

	async during(what: string, work: () => Promise<void>): Promise<void> {
		const end = this.begin(what);
		try {
			await work();
		} finally {
			end();
		}
	}
}
