import { delimiter, dirname } from 'node:path';

import type { Host } from './install';

/** Of the environment at hand only this reaches n8n: a stray `N8N_...`, `DB_...` or `NODE_ENV=test` would change what is tested. */
const PASSED_ON = ['HOME', 'LANG', 'LC_ALL', 'PATH', 'TMPDIR', 'TZ'];

/** n8n calls home for none of these reasons. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	// The list of verified community nodes comes from n8n's server.
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	// Its page of community nodes asks npm for newer versions; ours is packed here and may never have been published.
	npm_config_offline: 'true',
};

/** Where an instance lives. */
export interface Place {
	readonly host: Host;
	readonly userFolder: string;
	readonly port: number;
	readonly brokerPort: number;
}

/** The environment of an n8n process; `more` wins. */
export function instanceEnvironment(
	{ host, userFolder, port, brokerPort }: Place,
	more: Readonly<Record<string, string>> = {},
): Record<string, string> {
	const passedOn = PASSED_ON.flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	return {
		...Object.fromEntries(passedOn),
		PATH: `${dirname(host.node.program)}${delimiter}${process.env.PATH ?? ''}`,
		...QUIET,
		...host.environment,
		// Compiling its modules takes two of the twelve seconds of work of a start. Node 20 looks past this.
		NODE_COMPILE_CACHE: `${host.folder}-compiled`,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		// Without it n8n listens and answers on `localhost`, which may be another address than the one above.
		N8N_HOST: '127.0.0.1',
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		// The same under its name since n8n 2.41.
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		// The cookie of the editor would be sent over TLS only.
		N8N_SECURE_COOKIE: 'false',
		...more,
	};
}
