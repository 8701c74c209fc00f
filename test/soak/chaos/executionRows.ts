import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { postgresPrograms, runOrThrow, type Service } from '../../../host';

/** An execution as n8n's database has it. */
export interface ExecutionRow {
	readonly id: string;
	readonly workflowId: string;
	readonly status: string;
	/** In n8n's "flatted" form; null where n8n stored none. */
	readonly data: string | null;
}

const TIMEOUT_MS = 120_000;
/** Executions read at once: their data is long. */
const AT_ONCE = 250;

/** n8n's executions, read past n8n: its own lists are ordered by a clock that is stepped, and leave out what crashed. */
export class ExecutionRows {
	private constructor(
		private readonly psql: string,
		private readonly postgres: Service,
	) {}

	/** @param postgres itself, not what stands before it */
	static async of(postgres: Service): Promise<ExecutionRows> {
		const programs = await postgresPrograms();
		if (programs === undefined) throw new Error('PostgreSQL is gone.');
		return new ExecutionRows(join(programs, 'psql'), postgres);
	}

	async all(): Promise<ExecutionRow[]> {
		const last = await this.last();
		const rows: ExecutionRow[] = [];
		for (let from = 0; from < last; from += AT_ONCE) rows.push(...(await this.between(from, from + AT_ONCE)));
		return rows;
	}

	/** The highest number of an execution; 0 where there is none. */
	async last(): Promise<number> {
		return Number((await this.query('select coalesce(max(id), 0) from execution_entity'))[0] ?? 0);
	}

	/** @param after this number, and up to and including the other */
	async between(after: number, last: number): Promise<ExecutionRow[]> {
		const lines = await this.query(
			`select json_build_object('id', e.id::text, 'workflowId', e."workflowId", 'status', e.status, 'data', d.data) from execution_entity e ` +
				`left join execution_data d on d."executionId" = e.id where e.id > ${after} and e.id <= ${last} order by e.id`,
		);
		return lines.map((line) => JSON.parse(line) as ExecutionRow);
	}

	/** How many have not come to an end. */
	async unfinished(): Promise<number> {
		return Number((await this.query("select count(*) from execution_entity where status in ('new', 'running', 'waiting')"))[0]);
	}

	private async query(sql: string): Promise<string[]> {
		const { DB_POSTGRESDB_HOST: host = '', DB_POSTGRESDB_PORT: port = '', DB_POSTGRESDB_USER: user = '', DB_POSTGRESDB_DATABASE: database = '' } = this.postgres.env;
		const args = ['-h', host, '-p', port, '-U', user, '-d', database, '--no-psqlrc', '--tuples-only', '--no-align', '-c', sql];
		const { stdout } = await runOrThrow({ program: this.psql, args, cwd: tmpdir(), env: { PATH: process.env.PATH }, timeoutMs: TIMEOUT_MS });
		return stdout.split('\n').filter((line) => line !== '');
	}
}
