/**
 * Every file of end-to-end tests: on which n8n it runs, and in which started one. `npm test` reads it, and a file without an entry fails.
 *
 * Where the test of a new service goes: beside `su.test.ts`, in the shared n8n, on each. A second file only for what needs an n8n
 * of its own. What a partner does (its answers, its faults) belongs into `test/engine/<service>`, which runs on the engine of each n8n in seconds.
 */
export interface E2eFile {
	/**
	 * `each`: it touches what n8n does differently from one version to the next. `newest`: it does not, or only the newest has it,
	 * so that it is run on the last n8n of a run only.
	 */
	readonly on: 'each' | 'newest';
	/** `shared`: one n8n for all such files of a worker. `own`: one of its own. `queue`: one of its own in queue mode. */
	readonly in: 'shared' | 'own' | 'queue';
	readonly why: string;
}

/** By name of the file, without `.test.ts`. */
export const E2E_FILES: Readonly<Record<string, E2eFile>> = {
	agent: { on: 'each', in: 'shared', why: "n8n's agents and how they call tools" },
	'agent-order': { on: 'each', in: 'shared', why: "n8n's agents, how they call tools, and how a person approves of a call" },
	'credential-edits': { on: 'each', in: 'own', why: 'how n8n stores a credential; hundreds of edits beside runs' },
	editor: { on: 'each', in: 'own', why: "n8n's editor, as somebody sees it who has just installed the package" },
	'editor-material-list': { on: 'each', in: 'own', why: "n8n's editor and the pages of its forms, in a browser" },
	examples: { on: 'each', in: 'shared', why: "n8n's own nodes around ours, imported workflows" },
	host: { on: 'each', in: 'own', why: 'the driver itself; restarts' },
	'material-list': { on: 'each', in: 'shared', why: "n8n's forms of several pages, data tables that a workflow makes, loops" },
	'order-faults': { on: 'newest', in: 'shared', why: 'what a partner does to an order: engine tests have the same on each n8n' },
	'order-safety': { on: 'each', in: 'own', why: 'what n8n has stored when it is killed' },
	'order-watch-scheduler': { on: 'newest', in: 'own', why: 'polls planned in the database, which n8n 2.8 has not: it polls as in order-watch; restarts' },
	'order-watch': { on: 'each', in: 'own', why: "n8n's polling, over kills and restarts" },
	packages: { on: 'each', in: 'own', why: 'how n8n installs and lists packages' },
	pickers: { on: 'each', in: 'shared', why: 'how the editor asks for lists' },
	'place-order': { on: 'each', in: 'shared', why: 'the first day: credential test, webhook, expressions, errors as n8n stores them' },
	'price-watch': { on: 'each', in: 'shared', why: "n8n's own nodes around ours: data tables that a workflow makes, mails" },
	'queue-orders': { on: 'each', in: 'queue', why: 'what workers share by the database' },
	'queue-tokens': { on: 'each', in: 'queue', why: 'what workers share by the database; in an older n8n with one credential (`PARTNERS_HERE`)' },
	su: { on: 'each', in: 'shared', why: 'a service as people use it' },
	'su-watch': { on: 'each', in: 'own', why: "n8n's polling, executions that a poll starts by itself, and what n8n has stored when it is killed" },
	'token-answers': { on: 'each', in: 'own', why: 'errors of credentials as n8n stores them; hundreds of partners; in an older n8n with one credential (`PARTNERS_HERE`)' },
	tokens: { on: 'each', in: 'own', why: 'how n8n asks a credential for a token; a restart; in an older n8n with one credential (`PARTNERS_HERE`)' },
	'tradevest-examples': { on: 'each', in: 'shared', why: "n8n's own nodes around ours, imported workflows: webhooks and triggers in one, data tables, stored memory" },
	'tradevest-trigger': { on: 'each', in: 'own', why: 'what n8n calls of a trigger that registers itself, when it publishes, starts and listens for a test; kills and restarts' },
	'trigger-bodies': { on: 'each', in: 'own', why: "n8n's webhook server and its memory; another expression engine" },
	'trigger-burst-su': { on: 'newest', in: 'own', why: 'what n8n has stored when it is killed: trigger-burst has that on each; here are queues by property' },
	'trigger-burst': { on: 'each', in: 'own', why: 'what n8n has stored when it is killed' },
	'trigger-queue': { on: 'each', in: 'queue', why: 'two processes that take webhooks' },
	trigger: { on: 'each', in: 'own', why: "n8n's webhook server; kills and restarts" },
	xcover: { on: 'each', in: 'shared', why: 'a service as people use it, with either credential of a node; its examples: webhooks, approval, data tables' },
	'xcover-trigger': { on: 'each', in: 'own', why: "n8n's webhook server, its headers and its memory; another expression engine" },
};
