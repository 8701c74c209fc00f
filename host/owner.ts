import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who owns an instance. */
export interface Owner {
	readonly email: string;
	readonly password: string;
}

const EMAIL = 'owner@example.com';
const FILE = 'owner.json';

/** The owner of the instance in a user folder: made up once and kept there, so that a kept folder can be opened again. */
export async function ownerOf(userFolder: string): Promise<Owner> {
	const path = join(userFolder, FILE);
	if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Owner;
	// n8n asks for a capital letter and a digit.
	const owner = { email: EMAIL, password: `A1${randomBytes(12).toString('hex')}` };
	await mkdir(userFolder, { recursive: true });
	await writeFile(path, JSON.stringify(owner), { mode: 0o600 });
	return owner;
}
