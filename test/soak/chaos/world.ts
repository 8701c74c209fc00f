import { startQueueN8n, type Host, type QueueN8n, type Service } from '../../../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { Clocks } from './clocks';
import { CredentialEdits } from './credentialEdits';
import { DatabaseProxy } from './databaseProxy';
import { EventLog } from './eventLog';
import { ExecutionRows } from './executionRows';
import { Load } from './load';
import { LookLog } from './lookLog';
import { PROCESSES } from './planFaults';
import { ExecutionStarts } from './executionStarts';
import { Processes } from './processes';
import { Upsets } from './upsets';
import { publishFlows, type Flows } from './workflows';

/** Longer than an order is not listed (`LONGEST_LIST_DELAY_MS`): what an event tells of is there. */
const EVENT_DELAY_MS = 7_000;

const N8N = {
	// What is to be compared in the end stays, whatever the clock says.
	EXECUTIONS_DATA_PRUNE: 'false',
	// Two, as n8n has it, are lost for good to the first few cut connections.
	DB_POSTGRESDB_POOL_SIZE: '10',
	// A worker that is silent for this long loses its work to another one: soon enough for a run to see it.
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Secret that is wrong everywhere. Not a part of the right one, to be found in executions by itself. */
export const WRONG_SECRET = 'wrong-chaos-secret';

/** All that takes part: n8n with two workers, its database, two environments of the partner, and who uses them. */
export interface World {
	readonly n8n: QueueN8n;
	/** The environment that credentials lead to, and another one that one of them is edited to. */
	readonly sandbox: SrsSipsSandbox;
	readonly otherSandbox: SrsSipsSandbox;
	readonly database: DatabaseProxy;
	readonly clocks: Clocks;
	readonly processes: Processes;
	readonly rows: ExecutionRows;
	/** Of the workflows with orders. */
	readonly credential: CredentialEdits;
	/** Of the workflows with events: never edited to another environment, where their orders are not known. */
	readonly eventCredential: CredentialEdits;
	readonly flows: Flows;
	readonly log: EventLog;
	readonly load: Load;
	readonly starts: ExecutionStarts;
	readonly upsets: Upsets;
	readonly looks: LookLog;
	end(): Promise<void>;
}

export async function startWorld(host: Host, packageFile: string, tell: (line: string) => void): Promise<World> {
	const clocks = await Clocks.make(PROCESSES, tell);
	const sandbox = await startSrsSipsSandbox({ webhookMode: 'none', eventDelayMs: EVENT_DELAY_MS });
	const otherSandbox = await startSrsSipsSandbox({ webhookMode: 'none', eventDelayMs: EVENT_DELAY_MS });
	const between: { proxy?: DatabaseProxy; postgres?: Service } = {};
	const n8n = await startQueueN8n({
		host,
		packages: [packageFile],
		workers: 2,
		env: N8N,
		envOf: (name) => clocks.envOf(name),
		database: async (postgres) => {
			between.postgres = postgres;
			between.proxy = await DatabaseProxy.before(postgres);
			return between.proxy.service;
		},
		report: tell,
	});
	const { proxy: database, postgres } = between;
	if (!database || !postgres) throw new Error('n8n was started without its database.');
	const credential = await CredentialEdits.create(n8n, 'SIPS for orders', credentialData(sandbox));
	const eventCredential = await CredentialEdits.create(n8n, 'SIPS for events', credentialData(sandbox));
	const flows = await publishFlows(n8n, { orders: credential.id, events: eventCredential.id });
	sandbox.control.change({ webhookUrl: flows.events.attach.url });
	const log = new EventLog(sandbox, 'attach');
	const upsets = new Upsets();
	const looks = new LookLog(sandbox);
	const processes = new Processes(n8n, upsets);
	const rows = await ExecutionRows.of(postgres);
	const starts = new ExecutionStarts(rows, flows);
	return {
		n8n, sandbox, otherSandbox, database, clocks, processes, credential, eventCredential, flows, log, rows, starts, upsets, looks,
		load: new Load(flows, sandbox, log),
		end: async () => {
			processes.stop();
			log.stop();
			starts.stop();
			looks.stop();
			database.release();
			await n8n.stop();
			await Promise.all([sandbox.close(), otherSandbox.close(), clocks.remove()]);
		},
	};
}

function credentialData({ url, client }: SrsSipsSandbox): Record<string, string> {
	return { environment: 'custom', baseUrl: url, ...client, sourceSystem: 'DEMOCRM', scope: 'ALL', authRequestFormat: 'json' };
}
