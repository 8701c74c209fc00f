import type { FastifyInstance } from 'fastify';

import { faultSchema, type Fault } from './faults';
import { coreSettingsSchema, type CoreSettings } from './settings';
import type { PartnerSide, SandboxState } from './state';
import type { Delivery } from './webhookSender';

/** No partner has paths that start with underscores, so the control path cannot hide one of theirs. */
export const CONTROL_PREFIX = '/__sandbox__';

/** All that can be asked of a running sandbox, for tests in the same process. The control paths do the same. */
export class Control<Settings extends CoreSettings> {
	constructor(
		protected readonly state: SandboxState<Settings>,
		private readonly partner: PartnerSide,
	) {}

	counts() {
		return { ...this.state.counters.snapshot(), tokens: this.state.tokens.snapshot() };
	}

	deliveries(): Delivery[] {
		return this.state.webhooks.list();
	}

	requests(operationId?: string) {
		return this.state.requests.list(operationId);
	}

	settings(): Settings {
		return { ...this.state.settings };
	}

	change(settings: Partial<Settings>): Settings {
		this.state.settings = { ...this.state.settings, ...settings };
		return this.settings();
	}

	fault(fault: Fault): void {
		this.state.faults.add(fault);
	}

	faults() {
		return this.state.faults.list();
	}

	clearFaults(): void {
		this.state.faults.clear();
	}

	revokeTokens(fingerprint?: string): number {
		return this.state.tokens.revoke(fingerprint);
	}

	/** Null when no webhook address is set. */
	sendEvent(event: unknown): Promise<Delivery> | null {
		return this.partner.sendEvent ? this.partner.sendEvent(event) : this.state.postEvent(event);
	}

	/** Resolves when no event waits and none is under way. Saves tests from sleeping. */
	settled(): Promise<void> {
		return this.state.webhooks.settled();
	}

	async reset(): Promise<void> {
		await this.state.reset();
		this.partner.reset();
	}
}

/** Puts the control on HTTP. */
export function controlRoutes<Settings extends CoreSettings>(
	app: FastifyInstance,
	control: Control<Settings>,
	views: PartnerSide['views'],
	settingsSchema: Record<string, object>,
): void {
	const at = (path: string) => `${CONTROL_PREFIX}/${path}`;
	const settingsBody = {
		type: 'object',
		additionalProperties: false,
		properties: { ...coreSettingsSchema, ...settingsSchema },
	};

	app.get(at('counts'), async () => control.counts());
	app.get(at('deliveries'), async () => control.deliveries());
	app.get<{ Querystring: { operationId?: string } }>(at('requests'), async ({ query }) =>
		control.requests(query.operationId),
	);
	for (const [name, view] of Object.entries(views)) app.get(at(name), async () => view());

	app.get(at('settings'), async () => control.settings());
	app.patch(at('settings'), { schema: { body: settingsBody } }, async ({ body }) =>
		control.change(body as Partial<Settings>),
	);

	app.get(at('faults'), async () => control.faults());
	app.post<{ Body: Fault }>(at('faults'), { schema: { body: faultSchema } }, async ({ body }, reply) => {
		control.fault(body);
		return reply.code(201).send(control.faults());
	});
	app.delete(at('faults'), async () => {
		control.clearFaults();
		return control.faults();
	});

	app.post<{ Body: { fingerprint?: string } | undefined }>(at('tokens/revoke'), async ({ body }) => ({
		revoked: control.revokeTokens(body?.fingerprint),
	}));
	app.post(at('events'), async ({ body }, reply) => {
		const delivery = control.sendEvent(body);
		return delivery ?? reply.code(409).send({ message: 'Set webhookUrl first' });
	});
	app.get(at('settled'), async () => {
		await control.settled();
		return { settled: true };
	});
	app.post(at('reset'), async () => {
		await control.reset();
		return { reset: true };
	});
}
