import { randomBytes } from 'node:crypto';

import type { Environment } from './settings';

/** Looks like the samples in getting-started/authentication: the environment, then the Base64 of sealed JSON. */
export function writeToken(environment: Environment): string {
	const sealed = {
		iv: randomBytes(12).toString('base64'),
		value: randomBytes(60).toString('base64'),
		mac: randomBytes(32).toString('hex'),
		tag: '',
	};
	return `${environment}_${Buffer.from(JSON.stringify(sealed)).toString('base64')}`;
}
