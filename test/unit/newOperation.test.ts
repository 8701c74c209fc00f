import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { run, type CommandResult } from '../../host/command';
import { unfinished } from '../../scripts/new/unfinished.cjs';
import { ProjectCopy } from '../support/packages/packages';

const MINUTE_MS = 60_000;
const ASKED = ['operation', 'Su', 'review', 'getAll', 'POST /SUAPI/jservice/review/list', 'read', '--new-resource', 'Review'];

/** `npm run check`, which remembers here what it has seen. */
const CHECK = ['tsc', '-p', 'tsconfig.check.json', '--incremental', '--tsBuildInfoFile', '.build/check.tsbuildinfo'];

/** One edit of a person: a place of one file, and what comes there in its stead. */
type Edit = readonly [file: string, place: RegExp, written: string];

/** The call, written down in the document. */
const IN_DOCUMENT: readonly Edit[] = [
	['openapi/su.yaml', /      summary: 'Not written yet[^]*?(?=        '401')/, `      tags: [Reservations]
      summary: The reviews of a property.
      description: 'Source: made up for a test.'
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/ReviewListRequest'
      responses:
        '200':
          description: The reviews.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/ReviewList'
        '400':
          description: No such property.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/ErrorAnswer'
`],
	['openapi/su.yaml', /(?<=\n  schemas:\n)/, `    ReviewListRequest:
      type: object
      required: [hotel_id]
      properties:
        hotel_id:
          type: string
        page_size:
          type: integer

    ReviewList:
      type: object
      required: [reviews]
      properties:
        reviews:
          type: array
          items:
            type: object
            required: [guest_name]
            properties:
              guest_name:
                type: string

`],
];

/** What the skeleton leaves to write. */
const IN_SKELETON: readonly Edit[] = [
	['sandbox/su/handlers/listReviews.ts', /import \{ notWrittenYet[^]*/, `import { unknownHotel } from '../errors';
import type { Holdings } from '../holdings';
import type { SuHandler } from '../types';

/** The reviews of a property. */
export function listReviews(holdings: Holdings): SuHandler<'listReviews'> {
	return ({ body }) => (holdings.find(body.hotel_id) ? { status: 200, body: { reviews: [{ guest_name: 'Mai Nguyen' }] } } : unknownHotel(body.hotel_id));
}
`],
	['sandbox/su/index.ts', /(?<=\t)listReviews,/, 'listReviews: listReviews(holdings),'],
	['nodes/Su/review/getAll.ts', /description: [^]*standing: .*' \},/, `description: 'List the reviews of a property, with the guest who wrote them',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/review/list', standing: 'made up' },`],
];

let copy: ProjectCopy;

async function inCopy(command: string[], env: Record<string, string> = {}): Promise<CommandResult> {
	return await run({ program: process.execPath, args: command, cwd: copy.folder, env: { ...process.env, ...env }, timeoutMs: 3 * MINUTE_MS });
}

async function made(...args: string[]): Promise<CommandResult> {
	return await inCopy(['scripts/new.mjs', ...args]);
}

/** Output of a development dependency's program, which must end well. */
async function good([tool = '', ...args]: string[], env: Record<string, string> = {}): Promise<string> {
	const { exitCode, output } = await inCopy([join('node_modules/.bin', tool), ...args], env);
	if (exitCode !== 0) throw new Error(`${[tool, ...args].join(' ')} failed:\n${output}`);
	return output;
}

function write(edits: readonly Edit[]): void {
	for (const [file, place, written] of edits) {
		const text = readFileSync(join(copy.folder, file), 'utf8');
		expect([file, place.test(text)]).toEqual([file, true]);
		writeFileSync(join(copy.folder, file), text.replace(place, () => written));
	}
}

beforeAll(async () => {
	copy = await ProjectCopy.make();
}, MINUTE_MS);

afterAll(async () => await copy?.remove(), MINUTE_MS);

describe('npm run new -- operation', () => {
	it.each([
		[[], 'Say what is to be made'],
		[['operation', 'Sun', 'property', 'get', 'GET /x'], 'There is no service "Sun" with a node; there is SrsSips, Su.'],
		[['operation', 'Su', 'hotel', 'get', 'GET /x'], 'Su has no resource "hotel"; it has availability, property, ratePlan, reservation, roomType.'],
		[['operation', 'Su', 'property', 'delete', 'GET /x'], 'call the operation "remove"'],
		[['operation', 'Su', 'property', 'Get', 'GET /x'], 'camelCase'],
		[['operation', 'Su', 'property', 'getAll', 'GET /x'], 'nodes/Su/property/getAll.ts is there already. Nothing was changed.'],
		[['operation', 'Su', 'property', 'get', '/x'], 'The call is a method and a path'],
		[['operation', 'Su', 'property', 'activate', 'POST /x'], 'Say after the call what it does to the world'],
		[['operation', 'Su', 'property', 'create', 'POST /x', 'once'], 'begin with a copy of nodes/SrsSips/order/submit.ts'],
	])('says what would fit instead of %j', async (args, advice) => {
		const { exitCode, output } = await made(...args);
		expect(output).toContain(advice);
		expect(exitCode).toBe(1);
		expect(unfinished(copy.folder)).toEqual([]);
	});

	it('begins with an entry in the document, and with nothing else until that is written', async () => {
		for (const time of ['first', 'second']) {
			const { output } = await made(...ASKED);
			expect([time, output]).toEqual([time, expect.stringContaining('run the same command again') as string]);
			expect(unfinished(copy.folder).map((line) => line.replace(/:\d+/, ''))).toEqual([
				'openapi/su.yaml is not written yet: what the call does, in one sentence',
				'openapi/su.yaml is not written yet: the page or the code that shows it',
				'openapi/su.yaml is not written yet: what it answers',
				'openapi/su.yaml is not written yet: what of the answer no page shows; where all is shown, this mark goes',
			]);
		}
	}, MINUTE_MS);

	it('makes a skeleton from the document that says what is left to write, and compiles', async () => {
		write(IN_DOCUMENT);
		const { output } = await made(...ASKED);
		const left = unfinished(copy.folder);
		expect(left.map((line) => line.replace(/:.*/, ''))).toEqual(['sandbox/su/handlers/listReviews.ts', 'nodes/Su/review/getAll.ts', 'nodes/Su/review/getAll.ts']);
		for (const line of left) expect(output).toContain(line);
		expect(output).toContain('page_size: optional');
		await good(CHECK);
		expect((await made(...ASKED)).output).toContain('nodes/Su/review/getAll.ts is there already. Nothing was changed.');
	}, 2 * MINUTE_MS);

	it('makes the skeleton anew where it was deleted, and registers it once', async () => {
		const files = ['nodes/Su/review/getAll.ts', 'nodes/Su/resources.ts', 'nodes/Su/shared/contract.ts', 'sandbox/su/index.ts', 'test/support/services/Su.examples.ts'].map((file) => join(copy.folder, file));
		const before = files.map((file) => readFileSync(file, 'utf8'));
		rmSync(files[0] ?? '');
		await made(...ASKED);
		expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
	}, 2 * MINUTE_MS);

	it('leaves fewer than ten edits until types, lint and the tests of the operation are green', async () => {
		write(IN_SKELETON);
		// A line in CHANGELOG.md is one more.
		expect([...IN_DOCUMENT, ...IN_SKELETON].length + 1).toBeLessThan(10);
		expect(unfinished(copy.folder)).toEqual([]);
		await good(CHECK);
		await good(['eslint', 'nodes/Su/review', 'nodes/Su/resources.ts', 'nodes/Su/shared/contract.ts', 'sandbox/su', 'test/support/services', '--max-warnings', '0']);
		await good(['jest', '--selectProjects', 'engine', '--forceExit', '--testPathPatterns', 'everyOperation', '--testNamePattern', 'Su Channel Manager'], { SCHEMAS: 'write' });
		expect(existsSync(join(copy.folder, 'nodes/Su/__schema__/v1.0.0/review/getAll.json'))).toBe(true);
		await good(['jest', '--selectProjects', 'unit', '--testPathPatterns', 'operations/docs'], { DOCS: 'write' });
		const output = await good(['jest', '--selectProjects', 'unit', '--verbose', '--testPathPatterns', 'unit/operations', 'unit/services', '--testNamePattern', 'review|Su']);
		expect(output).toContain('review.getAll');
	}, 4 * MINUTE_MS);
});
