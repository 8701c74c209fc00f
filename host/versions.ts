/** How one n8n version is installed and run. */
export interface HostRecipe {
	/** Exact version. Never a range: a newer release may pin dependencies that cannot be had, or ask for a newer Node. */
	readonly n8n: string;
	/** The Node versions n8n accepts, as [major, minor]: from this one up to the end of `lastNodeMajor`. */
	readonly firstNode: readonly [number, number];
	readonly lastNodeMajor: number;
	/** Node that is brought from npm when the Node at hand is none of those. */
	readonly broughtNode: string;
	/** Packages with native parts that are compiled after the download; everything else installs without scripts. */
	readonly compiled: readonly string[];
	/** Environment that only this version understands. */
	readonly environment: Readonly<Record<string, string>>;
	/** Dependencies of dependencies to hold at a version, and why. */
	readonly overrides: Readonly<Record<string, { version: string; reason: string }>>;
}

const OVERRIDES: HostRecipe['overrides'] = {
	linkedom: {
		version: '0.18.12',
		reason: 'n8n asks for a build from outside the package registry; this is the same code',
	},
	xlsx: {
		version: '0.18.5',
		reason: 'n8n takes it from the vendor’s own download server, which is often out of reach; the nodes here do not read sheets',
	},
};

/** Oldest first; of those that run on a Node the last one is taken. */
export const HOSTS: readonly HostRecipe[] = [
	{
		n8n: '2.8.4',
		// The last line of n8n that accepts Node 20.
		firstNode: [20, 19],
		lastNodeMajor: 24,
		broughtNode: '20.20.2',
		compiled: ['sqlite3'],
		environment: {},
		overrides: OVERRIDES,
	},
	{
		n8n: '2.41.1',
		firstNode: [24, 0],
		lastNodeMajor: Number.POSITIVE_INFINITY,
		broughtNode: '24.21.0',
		// isolated-vm runs expressions there. The Kafka client would fetch its library from
		// elsewhere while compiling; it is left out, and only the Kafka nodes miss it.
		compiled: ['sqlite3', 'isolated-vm'],
		// It fetches a list from n8n's server at every start, and there is no other switch for that.
		environment: { N8N_DISABLED_MODULES: 'mcp-registry' },
		overrides: OVERRIDES,
	},
];

/** The recipe for an n8n version, or (without one) the newest that runs on the given Node. */
export function hostFor(version?: string, nodeVersion: string = process.versions.node): HostRecipe {
	if (version !== undefined) {
		const recipe = HOSTS.find((host) => host.n8n === version);
		if (recipe) return recipe;
		const known = HOSTS.map((host) => host.n8n).join(', ');
		throw new Error(`There is no recipe for n8n ${version} in host/versions.ts (known: ${known}).`);
	}
	const newest = HOSTS.filter((host) => runsOn(host, nodeVersion)).at(-1);
	if (newest) return newest;
	throw new Error(`No n8n in host/versions.ts runs on Node ${nodeVersion}; use Node 20.19 or newer.`);
}

/** Whether n8n accepts this Node; if not, `broughtNode` has to be fetched. */
export function runsOn(recipe: HostRecipe, nodeVersion: string): boolean {
	const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
	const [firstMajor, firstMinor] = recipe.firstNode;
	const isNewEnough = major > firstMajor || (major === firstMajor && minor >= firstMinor);
	return isNewEnough && major <= recipe.lastNodeMajor;
}

/** The `package.json` of the folder n8n is installed into. */
export function hostPackageJson(recipe: HostRecipe): Record<string, unknown> {
	const overrides = Object.entries(recipe.overrides).map(([name, { version }]) => [name, version]);
	return {
		name: 'n8n-host',
		version: '0.0.0',
		private: true,
		dependencies: { n8n: recipe.n8n },
		overrides: Object.fromEntries(overrides) as Record<string, string>,
	};
}
