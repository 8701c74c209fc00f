// Changes of several files, made together or not at all.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { StepError } from '../steps.mjs';

/** Files as they will be. All are worked out before the first is written. */
export class Changes {
	files = new Map();

	constructor(project) {
		this.project = project;
	}

	read(path) {
		return this.files.get(path) ?? readFileSync(join(this.project, path), 'utf8');
	}

	has(path) {
		return existsSync(join(this.project, path));
	}

	edit(path, change) {
		const text = this.read(path);
		const changed = change(text);
		if (changed !== text) this.files.set(path, changed);
	}

	create(path, text) {
		if (this.has(path)) throw new StepError(`${path} is there already. Nothing was changed.`);
		this.files.set(path, text);
	}

	write() {
		for (const [path, text] of this.files) {
			mkdirSync(dirname(join(this.project, path)), { recursive: true });
			writeFileSync(join(this.project, path), text);
		}
		return [...this.files.keys()];
	}
}
