import type { IncomingMessage } from 'node:http';

import { everythingStored, type Engine } from '../../support/n8nEngine/n8nEngine';
import { answerJson, RawPartner } from '../../support/partner/rawPartner';
import { suEngine } from '../../support/n8nEngine/suEngine';

describe('Su on the engine: what an execution keeps of tokens that Su echoes', () => {
	let partner: RawPartner;
	let engine: Engine;

	beforeEach(async () => {
		partner = await RawPartner.start();
		partner.onToken = (_request, response) => answerJson(response, { success: true, data: { token: `sandbox_${partner.nextToken()}`, expire_in: '3600' } });
		engine = suEngine({ url: partner.url, client: partner.client } as Parameters<typeof suEngine>[0]);
	});
	afterEach(() => partner.close());

	const carried = (request: IncomingMessage): string => String(request.headers.authorization).replace('Bearer ', '');
	const run = async (onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow') =>
		await engine.run({ items: [{}], parameters: { resource: 'reservation', operation: 'getNew', hotelId: 'HVIEW-1', options: {} }, settings: { onError } });

	it.each([200, 400, 403])('is neither the one that was sent nor an older one, with status %i, whether the node stops or goes on', async (status) => {
		partner.handle = (request, response) => {
			const isFirst = carried(request).endsWith('number-1');
			answerJson(response, isFirst ? {} : { Status: 'Success', reservations: [] }, isFirst ? 401 : 200);
		};
		await run();
		expect(partner.tokenCalls).toBe(2);
		const words = 'You had sandbox_opaque+token/number-1 and have sandbox_opaque+token/number-2';
		partner.handle = (_request, response) => answerJson(response, { Status: 'Fail', Errors: [{ ShortText: words }], message: words }, status);
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			const kept = everythingStored((await run(onError)).run);
			expect(kept).toContain('You had [hidden] and have [hidden]');
			expect(kept).not.toMatch(/number-\d/);
			expect(kept).not.toContain(partner.client.clientSecret);
		}
	});

	it.each([200, 400, 403])('is no beginning of the client secret either, where the words are cut in it, with status %i', async (status) => {
		const { clientSecret } = partner.client;
		const words = `${'x'.repeat(495)} ${clientSecret}`;
		partner.handle = (_request, response) => answerJson(response, { Status: 'Fail', message: words }, status);
		const kept = everythingStored((await run()).run);
		expect(kept).toContain('xxx [hid');
		expect(kept).not.toContain(`xxx ${clientSecret.slice(0, 3)}`);
	});
});
