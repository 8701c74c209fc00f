import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure } from '../../../engine/failure';
import type { HostContext } from '../../../engine/transport/hostContext';
import { path } from '../../../engine/transport/path';
import { createSender, type Sender } from '../../../engine/transport/sender';
import { pageIn } from '../shared/answers';
import { tradevestSender } from '../shared/tradevest';
import { hookIn, type Hook } from './hooks';

/** Longest wait for one answer, in milliseconds: a person waits for the workflow to be published. */
const TIMEOUT_MS = 10_000;

/** The calls about registrations (tv:api-reference/webhooks). All of them may be repeated: they say what is to be. */
export class HookCalls {
	private constructor(private readonly sender: Sender) {}

	/** @throws what n8n throws where no credential is set */
	static async of(context: HostContext): Promise<HookCalls> {
		return new HookCalls(await createSender(context, { ...tradevestSender, timeoutMs: TIMEOUT_MS }));
	}

	/** All registrations, by type of event. Their headers are shown in clear. @throws Failure */
	async all(): Promise<Map<string, Hook>> {
		const { rows } = pageIn(await this.sender.repeat({ method: 'GET', path: '/webhooks' }, 'read'), 'Webhooks');
		return new Map(rows.flatMap((row) => hookIn(row) ?? []).map((hook) => [hook.eventType, hook]));
	}

	/** Registers, or takes the place of what is registered for the type of event. @throws Failure */
	async register(hook: Hook): Promise<void> {
		const { eventType, url, headers } = hook;
		const body = { eventType, url, headers: headers.map(({ name, value }) => ({ name, value })) };
		await this.sender.repeat({ method: 'POST', path: '/webhooks', body, secrets: headers.map(({ value }) => value) }, 'repeatable');
	}

	/** Removes what is registered for a type of event, if anything is. @throws Failure */
	async remove(eventType: string): Promise<void> {
		const removed = await orFailure(this.sender.repeat({ method: 'DELETE', path: path`/webhooks/${eventType}` }, 'repeatable'));
		if (isFailure(removed) && removed.kind !== 'notFound') throw removed;
	}

	/** Notifications that may not have arrived. What an entry holds is not documented, but for its type of event. @throws Failure */
	async missed(): Promise<IDataObject[]> {
		return pageIn(await this.sender.repeat({ method: 'GET', path: '/webhooks-missing' }, 'read'), 'Missed Webhooks').rows;
	}
}
