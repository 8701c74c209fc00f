import { setTimeout as sleep } from 'node:timers/promises';

import type { Step } from './plan';
import { WRONG_SECRET, type World } from './world';

/** Does one step of a plan to the world. Ends when what it did is over. */
export async function doStep(step: Step, world: World): Promise<void> {
	const { sandbox, otherSandbox, database, clocks, processes, credential, eventCredential, load, upsets } = world;
	switch (step.do) {
		case 'order':
			await Promise.all(Array.from({ length: step.copies }, async () => await load.order(step.order)));
			return;
		case 'foreignOrder':
			return await load.foreignOrder(step.poNumber, step.customerCode);
		case 'event':
			return await load.event(step);
		case 'partnerFault':
			sandbox.control.fault(step.fault);
			return;
		case 'partnerWays':
			for (const { control } of [sandbox, otherSandbox]) control.change({ listCarriesTransactionId: step.withTransactionId, listDelayMs: step.delayMs });
			sandbox.control.change({ webhookMode: step.events });
			return;
		case 'revokeTokens':
			for (const { control } of [sandbox, otherSandbox]) control.revokeTokens();
			return;
		case 'database':
			return await upsets.during(`database ${step.how}`, async () => {
				if (step.how === 'slow') database.slow(step.ms);
				else if (step.how === 'stall') database.hold();
				else database.cut();
				await sleep(step.forMs);
				database.release();
			});
		case 'kill':
			return await processes.kill(step.process, step.downMs);
		case 'pause':
			return await processes.pause(step.process, step.forMs);
		case 'clock':
			await clocks.set(step.process, step.seconds);
			await sleep(step.forMs);
			return await clocks.set(step.process, 0);
		case 'edit':
			// A format is what a person settles on; a wrong secret and another environment are put right again.
			if (step.how === 'format') {
				const format = credential.valueOf('authRequestFormat') === 'form' ? 'json' : 'form';
				await Promise.all([credential.change({ authRequestFormat: format }), eventCredential.change({ authRequestFormat: format })]);
			} else if (step.how === 'wrongSecret') {
				await Promise.all([credential, eventCredential].map(async (one) => await one.change({ clientSecret: WRONG_SECRET }, step.forMs)));
			} else await credential.change({ baseUrl: otherSandbox.url }, step.forMs);
			return;
	}
}
