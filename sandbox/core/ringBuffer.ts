/** Keeps the newest entries only, so that a long run cannot fill the memory. */
export class RingBuffer<Entry> {
	private entries: Entry[] = [];

	private next = 0;

	constructor(private readonly size: number) {}

	push(entry: Entry): void {
		this.entries[this.next] = entry;
		this.next = (this.next + 1) % this.size;
	}

	/** Oldest first. */
	list(): Entry[] {
		if (this.entries.length < this.size) return [...this.entries];
		return [...this.entries.slice(this.next), ...this.entries.slice(0, this.next)];
	}

	clear(): void {
		this.entries = [];
		this.next = 0;
	}
}
