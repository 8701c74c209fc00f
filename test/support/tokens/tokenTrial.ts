import type { N8nInstance } from '../../../host';
import { actionNode, httpRequestNode, runItems, type NodeUnderTest, type Outcome } from './manyItems';
import type { OrdinaryCall, PartnerSandbox, PartnerUnderTest } from './partnerUnderTest';

/** The two nodes through which n8n sends with a credential. */
export type Way = 'our action node' | 'the HTTP Request node';

/** What the partner has seen. */
export interface Seen {
	readonly tokenCalls: number;
	/** Ordinary calls that carried a token which it took, and which it did not. */
	readonly accepted: number;
	readonly refused: number;
}

/** What is special about a trial. */
export interface TrialOptions {
	/** Values of the credential, in the place of those that work. */
	readonly entered?: Record<string, string>;
}

/** A partner of its own, whose tokens n8n cannot know yet, and a credential for it. */
export class TokenTrial {
	private constructor(
		readonly partner: PartnerUnderTest,
		readonly sandbox: PartnerSandbox,
		private readonly n8n: Pick<N8nInstance, 'client'>,
		private readonly credential: { readonly id: string; readonly name: string },
	) {}

	static async begin(n8n: Pick<N8nInstance, 'client'>, partner: PartnerUnderTest, { entered = {} }: TrialOptions = {}): Promise<TokenTrial> {
		const sandbox = await partner.startSandbox();
		try {
			const data = { ...partner.credentialData(sandbox), ...entered };
			const { id, name } = await n8n.client.createCredential({ name: `${partner.name} at ${sandbox.url}`, type: partner.credentialType, data });
			return new TokenTrial(partner, sandbox, n8n, { id, name });
		} catch (error) {
			await sandbox.close();
			throw error;
		}
	}

	/** Under which n8n keeps the credential. */
	get credentialId(): string {
		return this.credential.id;
	}

	/**
	 * Sends so many requests, the ordinary read.
	 *
	 * @param to where the HTTP Request node sends them; our node takes the address from the credential
	 */
	async run(way: Way, count = 100, to: Pick<PartnerSandbox, 'url'> = this.sandbox): Promise<Outcome> {
		return await runItems(this.n8n, this.node(way, to), count);
	}

	/** Presses *Test* on a credential with these values entered. */
	async test(entered: Record<string, string> = {}): Promise<{ status: string; message: string }> {
		const data = { ...this.partner.credentialData(this.sandbox), ...entered };
		const { id } = await this.n8n.client.createCredential({ name: 'To be tested', type: this.partner.credentialType, data });
		return await this.n8n.client.testCredential(id);
	}

	/** Sends one ordinary call, through the HTTP Request node. */
	async call(call: OrdinaryCall): Promise<Outcome> {
		return await runItems(this.n8n, httpRequestNode(this.partner, this.credential, this.sandbox, call), 1);
	}

	/** Saves the credential with other values, as the editor does: with the blanks that it got for what is secret. */
	async edit(changes: Record<string, string>): Promise<void> {
		const { id, name } = this.credential;
		const { data } = await this.n8n.client.getCredential(id);
		await this.n8n.client.updateCredential(id, { name, type: this.partner.credentialType, data: { ...data, ...changes } });
	}

	seen(operationId = this.partner.get.operationId): Seen {
		const { operations } = this.sandbox.control.counts();
		const answered = operations[operationId]?.answered ?? {};
		return {
			tokenCalls: operations[this.partner.tokenOperation]?.received ?? 0,
			accepted: answered[200] ?? 0,
			refused: answered[401] ?? 0,
		};
	}

	/** What the partner sees while something happens. */
	async seenDuring(step: () => Promise<unknown>): Promise<Seen> {
		const before = this.seen();
		await step();
		const after = this.seen();
		return {
			tokenCalls: after.tokenCalls - before.tokenCalls,
			accepted: after.accepted - before.accepted,
			refused: after.refused - before.refused,
		};
	}

	/** The tokens that came with ordinary calls, as fingerprints, each once. */
	tokensSent(): string[] {
		const requests = this.sandbox.control.requests(this.partner.get.operationId);
		return [...new Set(requests.map(({ tokenFingerprint }) => tokenFingerprint ?? 'none'))];
	}

	/** The node that sends the ordinary read. */
	node(way: Way, to: Pick<PartnerSandbox, 'url'> = this.sandbox): NodeUnderTest {
		if (way === 'our action node') return actionNode(this.partner, this.credential);
		return httpRequestNode(this.partner, this.credential, to, this.partner.get);
	}
}

/** The nodes to test a partner's credential in. */
export function waysOf({ actionNode: node }: PartnerUnderTest): Way[] {
	return node ? ['our action node', 'the HTTP Request node'] : ['the HTTP Request node'];
}

/** Trials of a file of tests in one n8n, whose partners are closed after each test. @param n8n once it has started */
export function trialsOfTests(n8n: () => N8nInstance) {
	const trials: TokenTrial[] = [];
	afterEach(async () => {
		for (const { sandbox } of trials.splice(0)) await sandbox.close();
	});
	const begin = async (partner: PartnerUnderTest, options?: TrialOptions): Promise<TokenTrial> => {
		const trial = await TokenTrial.begin(n8n(), partner, options);
		trials.push(trial);
		return trial;
	};
	return { begin };
}
