import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { QueueN8n } from '../../../host';
import type { SavedCredential } from './records';

const TRY_AGAIN_MS = 1_000;
const EXPORT_TRIES = 3;
const TYPE = 'srsSipsApi';

/** A credential that somebody edits while it is used, as in the editor: the whole of it is saved each time. */
export class CredentialEdits {
	/** Where a look before an edit showed something else than what was saved last. */
	readonly seen: SavedCredential[] = [];
	edits = 0;
	private howSaved = 'as it was made';
	private turn: Promise<void> = Promise.resolve();

	private constructor(
		private readonly n8n: QueueN8n,
		readonly id: string,
		private readonly name: string,
		private last: Record<string, string>,
	) {}

	static async create(n8n: QueueN8n, name: string, data: Record<string, string>): Promise<CredentialEdits> {
		const { id } = await n8n.client.createCredential({ name, type: TYPE, data });
		return new CredentialEdits(n8n, id, name, data);
	}

	/** Changes some fields, and after a while perhaps back. Edits come one after the other. */
	async change(changes: Record<string, string>, backAfterMs?: number): Promise<void> {
		const mine = this.turn.then(async () => {
			const before = this.last;
			await this.save({ ...before, ...changes });
			if (backAfterMs === undefined) return;
			await sleep(backAfterMs);
			await this.save(before);
		});
		this.turn = mine.catch(() => undefined);
		await mine;
	}

	/** The value of a field as it was saved last. */
	valueOf(field: string): string | undefined {
		return this.last[field];
	}

	/** All that was saved and is not there, in the end by n8n's own export, which decrypts secrets. */
	async compare(): Promise<SavedCredential[]> {
		const file = join(tmpdir(), `chaos-credential-${this.id}.json`);
		try {
			await this.export(file);
			const [exported] = JSON.parse(await readFile(file, 'utf8')) as Array<{ data: Record<string, unknown> }>;
			return [...this.seen, { name: this.name, when: `at the end, ${this.howSaved}`, saved: this.last, stored: exported?.data ?? {} }];
		} finally {
			await rm(file, { force: true });
		}
	}

	/** n8n's command line needs half a minute on a machine that is busy, and may be cut short there. */
	private async export(file: string): Promise<void> {
		for (let tries = 1; ; tries += 1) {
			try {
				await this.n8n.command('export:credentials', `--id=${this.id}`, '--decrypted', `--output=${file}`);
				return;
			} catch (error) {
				if (tries >= EXPORT_TRIES) throw error;
			}
		}
	}

	private async save(data: Record<string, string>): Promise<void> {
		await this.look();
		// n8n may be down, or its database: a person presses Save again.
		for (let tries = 1; ; tries += 1) {
			try {
				await this.n8n.client.updateCredential(this.id, { name: this.name, type: TYPE, data });
				this.howSaved = `edit ${this.edits + 1} saved ${new Date().toISOString()} at try ${tries}`;
				break;
			} catch {
				await sleep(TRY_AGAIN_MS);
			}
		}
		this.last = data;
		this.edits += 1;
	}

	/** n8n blanks secrets here, so they are compared at the end. */
	private async look(): Promise<void> {
		const stored = await this.n8n.client.getCredential(this.id).catch(() => undefined);
		if (!stored?.data) return;
		const open = Object.fromEntries(Object.entries(this.last).filter(([field]) => field !== 'clientSecret'));
		const isUndone = Object.keys(open).some((field) => stored.data?.[field] !== open[field]);
		if (isUndone) this.seen.push({ name: this.name, when: `${new Date().toISOString()}, ${this.howSaved}`, saved: open, stored: stored.data });
	}
}
