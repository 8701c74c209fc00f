/** A CPU profile as V8's inspector writes it, as far as it is read here. */
export interface CpuProfile {
	readonly nodes: ReadonlyArray<{
		readonly id: number;
		readonly callFrame: { readonly functionName: string; readonly url: string };
		readonly children?: readonly number[];
	}>;
	/** The node in which each sample was taken. */
	readonly samples: readonly number[];
	/** Microseconds from the sample before; from the beginning of the profile for the first. */
	readonly timeDeltas: readonly number[];
}

/** Whose code was running. */
export const OWNERS = ['ours', 'n8n', 'axios', 'Node', 'garbage'] as const;
export type Owner = (typeof OWNERS)[number];

/** Parts of the time in which the process worked, from 0 to 1. */
export type Shares = Readonly<Record<Owner, number>>;

/**
 * Who used the processor, by the file whose function was on top. What is built into V8, such as JSON.parse, counts as its
 * caller's. Time in which the process waited is left out.
 *
 * @param startedAt when the profile began, in milliseconds of the computer's clock
 * @param span of the same clock: what lies outside is left out
 */
export function sharesOf({ nodes, samples, timeDeltas }: CpuProfile, startedAt: number, span: { from: number; to: number }): Shares {
	const owners = ownersOf(nodes);
	const spent: Record<Owner, number> = { ours: 0, n8n: 0, axios: 0, Node: 0, garbage: 0 };
	let at = startedAt;
	for (const [sample, id] of samples.entries()) {
		// A sample stands for the time up to the next one.
		at += (timeDeltas[sample] ?? 0) / 1000;
		const owner = owners.get(id);
		if (owner && at >= span.from && at < span.to) spent[owner] += timeDeltas[sample + 1] ?? 0;
	}
	const all = Object.values(spent).reduce((sum, one) => sum + one, 0);
	const share = (owner: Owner) => spent[owner] / all;
	return { ours: share('ours'), n8n: share('n8n'), axios: share('axios'), Node: share('Node'), garbage: share('garbage') };
}

/** As text: `ours 7 %, n8n 40 %, ...`. */
export function sharesAsText(shares: Shares): string {
	return OWNERS.map((owner) => `${owner} ${Math.round(shares[owner] * 100)} %`).join(', ');
}

/** Whose each node of the profile is; none for waiting. */
function ownersOf(nodes: CpuProfile['nodes']): Map<number, Owner | undefined> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const owners = new Map<number, Owner | undefined>();
	const visit = (id: number, callers: Owner): void => {
		const node = byId.get(id);
		if (!node) return;
		const owner = ownerOf(node.callFrame, callers);
		owners.set(id, owner);
		for (const child of node.children ?? []) visit(child, owner ?? 'Node');
	};
	if (nodes[0]) visit(nodes[0].id, 'Node');
	return owners;
}

function ownerOf({ functionName, url }: { functionName: string; url: string }, callers: Owner): Owner | undefined {
	if (functionName === '(idle)') return undefined;
	if (functionName === '(garbage collector)') return 'garbage';
	if (url === '') return callers;
	if (url.startsWith('node:')) return 'Node';
	if (/[\\/]node_modules[\\/]n8n-nodes-partner-apis[\\/]/.test(url)) return 'ours';
	return /[\\/]node_modules[\\/](axios|follow-redirects|form-data)[\\/]/.test(url) ? 'axios' : 'n8n';
}
