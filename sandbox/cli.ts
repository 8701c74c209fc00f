import { readOptions, usage, type CliOptions, type PartnerName } from './cliOptions';
import { CONTROL_PREFIX } from './core/control';
import { startSrsSipsSandbox } from './srsSips';
import { branches } from './srsSips/data/branches';
import { customers } from './srsSips/data/customers';
import { startSuSandbox } from './su';
import { houses } from './su/data/properties';
import { startTradevestSandbox } from './tradevest';
import { demoCustomer } from './tradevest/data/people';
import { startXCoverElementsSandbox } from './xCoverElements';
import { quotes } from './xCoverElements/data/quotes';

/** A sandbox that runs, and what a person needs to know of it. */
interface Started {
	title: string;
	url: string;
	facts: Array<[name: string, value: string]>;
	/** What can be seen of this partner alone. */
	views: string[];
	close(): Promise<void>;
}

type Start = (port: number, options: CliOptions) => Promise<Started>;

const starts: Record<PartnerName, Start> = {
	async sips(port, { webhookUrl, eventDelayMs, latencyMs }) {
		const { url, client, close } = await startSrsSipsSandbox({ port, webhookUrl, eventDelayMs, latencyMs });
		const facts: Started['facts'] = [
			['client id', client.clientId],
			['client secret', client.clientSecret],
			['branches', branches.map(({ branchCode }) => branchCode).join(' ')],
			['customers', customers.map(({ customerCode, integrationKey }) => `${customerCode} (key ${integrationKey})`).join(', ')],
		];
		return { title: 'SRS SIPS', url, facts, views: ['orders', 'deliveries'], close };
	},
	async su(port, { latencyMs }) {
		const { url, client, close } = await startSuSandbox({ port, latencyMs });
		const facts: Started['facts'] = [
			['domain', `${client.domain} (client-id ${client.clientId})`],
			['client-secret', client.clientSecret],
			['properties', houses.map(({ property }) => property.propertyid).join(' ')],
		];
		return { title: 'Su', url, facts, views: ['updates', 'waiting'], close };
	},
	async xcover(port, { latencyMs }) {
		const { url, client, liveClient, close } = await startXCoverElementsSandbox({ port, latencyMs });
		const facts: Started['facts'] = [
			['client id', client.clientId],
			['client secret', client.clientSecret],
			['live client', `${liveClient.clientId}, secret ${liveClient.clientSecret} (Account: Live)`],
			['partner id', client.partnerId],
			['quotes', quotes.map(({ id }) => id).join(' ')],
		];
		return { title: 'XCover Elements', url, facts, views: ['quotes'], close };
	},
	async tradevest(port, { latencyMs }) {
		const { url, client, close } = await startTradevestSandbox({ port, latencyMs });
		const facts: Started['facts'] = [
			['client id', client.clientId],
			['client secret', client.clientSecret],
			['customer', demoCustomer.customerId],
			['requestor', demoCustomer.naturalPersonId],
		];
		return { title: 'Tradevest', url, facts, views: ['people', 'products'], close };
	},
};

function introduce({ title, url, facts, views }: Started): string {
	return [
		`${title} sandbox at ${url}`,
		...facts.map(([name, value]) => `  ${name.padEnd(15)}${value}`),
		`  ${'control'.padEnd(15)}GET ${url}${CONTROL_PREFIX}/${['counts', 'requests', 'settings', 'faults', ...views].join(' | ')}`,
	].join('\n');
}

const controlHelp = [
	'Control, no login, JSON (all of it: sandbox/README.md)',
	`  PATCH  ${CONTROL_PREFIX}/settings       {"tokenLifeSeconds":60}`,
	`  POST   ${CONTROL_PREFIX}/faults         {"operationId":"getToken","kind":"status","status":500}`,
	`  POST   ${CONTROL_PREFIX}/tokens/revoke | events | reset`,
].join('\n');

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	const running: Started[] = [];
	const closeAll = async () => {
		await Promise.all(running.map(({ close }) => close()));
	};
	try {
		for (const { name, port } of options.partners) running.push(await starts[name](port, options));
	} catch (error) {
		// Three of four would look as if all were well.
		await closeAll();
		throw error;
	}
	process.stdout.write(`${[...running.map(introduce), controlHelp].join('\n')}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void closeAll());
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
	process.exitCode = 1;
});
