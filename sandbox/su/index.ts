import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { AnyHandler } from '../core/types';
import { demoClient, type DomainClient } from './data/partner';
import { errorBody } from './errors';
import { getToken } from './handlers/getToken';
import { listProperties } from './handlers/listProperties';
import { listRoomTypes } from './handlers/listRoomTypes';
import { suSettings, suSettingsSchema, type SuSettings } from './settings';
import { TokenQuota } from './tokenQuota';
import type { SuHandlers } from './types';

export interface SuSandboxOptions extends Partial<SuSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

export interface SuSandbox extends RunningSandbox<SuSettings, PartnerSide> {
	client: DomainClient;
}

const contractFile = resolve(__dirname, '../../openapi/su.yaml');

/** Starts a local Su (the document is openapi/su.yaml). */
export async function startSuSandbox({ port = 0, ...settings }: SuSandboxOptions = {}): Promise<SuSandbox> {
	const sandbox = await startSandbox<SuSettings, PartnerSide>({
		contractFile,
		clients: [demoClient],
		settings: { ...suSettings, ...settings },
		settingsSchema: suSettingsSchema,
		hiddenNames: ['client-secret'],
		pathsInAnyCase: false,
		queryNamesInAnyCase: [],
		port,
		build(state) {
			const quota = new TokenQuota(() => state.settings);
			const handlers: SuHandlers = { getToken: getToken(state, quota), listProperties, listRoomTypes };
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: handlers as unknown as Record<string, AnyHandler>,
				errorBody,
				views: {},
				reset: () => quota.reset(),
			};
		},
	});
	return { ...sandbox, client: demoClient };
}
