import type { IExecuteFunctions } from 'n8n-workflow';

import type { SuSandbox } from '../../../sandbox/su';
import { su } from '../../support/tokens/furtherPartners';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { passTime, setClock } from '../../support/process/passTime';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

const DAY_MS = 24 * 60 * 60_000;
/** 40 of them are less than an hour, and more than the minute that lies between two doubts. */
const BETWEEN_MS = 88_000;

describe('Su on the engine: token calls', () => {
	let sandbox: SuSandbox;

	inFreshSandbox(async () => (await su.startSandbox()) as SuSandbox, (started) => (sandbox = started));

	/** As the HTTP Request node sends, with the credential of ours. */
	async function post(this: IExecuteFunctions): Promise<unknown> {
		const options = { method: 'POST' as const, uri: `${sandbox.url}/SUAPI/jservice/roomdetails`, body: { hotelid: 'HVIEW-1' }, json: true };
		return (await this.helpers.requestWithAuthentication.call(this, 'suApi', options)) as unknown;
	}

	const LIST = { resource: 'roomType', operation: 'getAll', hotelId: 'HVIEW-1', returnAll: true, options: {} };
	const WAYS: ReadonlyArray<[way: string, engineWith: (changes?: object) => Engine, parameters: object]> = [
		['our node', (changes) => suEngine(sandbox, { ...changes }), LIST],
		['the HTTP Request node', (changes) => suEngine(sandbox, { ...changes }, post), {}],
	];
	const once = async (engine: Engine, parameters: object) => await engine.run({ items: [{}], parameters: parameters as never });

	it.each([400, 401, 403, 500])('the HTTP Request node costs ten doubts in an hour, and repeats no POST, where each of 40 is answered with %i', async (status) => {
		sandbox.control.fault({ operationId: 'listRoomTypes', kind: 'status', status, times: 0 });
		const engine = suEngine(sandbox, {}, post);
		for (let request = 0; request < 40; request += 1) {
			expect(wordsOf((await once(engine, {})).error)).toContain(String(status));
			passTime(BETWEEN_MS);
		}
		expect(received(sandbox, 'listRoomTypes')).toBe(40);
		// One to begin with.
		expect(received(sandbox, 'getToken') - 1).toBeLessThanOrEqual(10);
		// The clock of the test does move on.
		expect(received(sandbox, 'getToken')).toBeGreaterThan(5);
	});

	it.each(['one after the other', 'one for each new credentials object'])('our node stays within the 30 calls of an hour where each of 40 is answered with 401: %s', async (how) => {
		sandbox.control.fault({ operationId: 'listRoomTypes', kind: 'status', status: 401, times: 0 });
		const engine = suEngine(sandbox);
		for (let request = 0; request < 40; request += 1) {
			const { error } = await once(how === 'one after the other' ? engine : suEngine(sandbox), LIST);
			expect(kindOf(error)).toBe('authentication');
			passTime(BETWEEN_MS);
		}
		expect(received(sandbox, 'getToken')).toBeLessThanOrEqual(30);
	});

	describe.each(WAYS)('through %s', (_way, engineWith, parameters) => {
		it('are made at once where the clock was set a day back after Su refused one', async () => {
			const engine = engineWith({ clientSecret: 'not-the-secret' });
			expect(wordsOf((await once(engine, parameters)).error)).toMatch(/Su|token|401/i);
			await once(engine, parameters);
			// The refusal counts for a while.
			expect(received(sandbox, 'getToken')).toBe(1);
			setClock(-DAY_MS);
			await once(engine, parameters);
			expect(received(sandbox, 'getToken')).toBe(2);
		});

		it('are made at once, and all is well, where the clock was set a day back after Su was down', async () => {
			sandbox.control.fault({ operationId: 'getToken', kind: 'status', status: 503, times: 0 });
			const engine = engineWith();
			expect(wordsOf((await once(engine, parameters)).error)).toContain('503');
			sandbox.control.clearFaults();
			setClock(-DAY_MS);
			expect((await once(engine, parameters)).error).toBeUndefined();
		});
	});
});
