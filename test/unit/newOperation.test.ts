import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { run, type CommandResult } from '../../host/command';
import { unfinished } from '../../scripts/new/unfinished.cjs';
import { ProjectCopy } from '../support/packages/packages';

const MINUTE_MS = 60_000;
const ASKED = ['operation', 'Su', 'promotion', 'getAll', 'POST /SUAPI/jservice/promotion/list', 'read', '--new-resource', 'Promotion'];

/** `npm run check`, which remembers here what it has seen. */
const CHECK = ['tsc', '-p', 'tsconfig.check.json', '--incremental', '--tsBuildInfoFile', '.build/check.tsbuildinfo'];

/** One edit of a person: a place of one file, and what comes there in its stead. */
type Edit = readonly [file: string, place: RegExp, written: string];

/** The call, written down in the document. */
const IN_DOCUMENT: readonly Edit[] = [
	['openapi/su.yaml', /      summary: 'Not written yet[^]*?(?=        '401')/, `      tags: [Reservations]
      summary: The promotions of a property.
      description: 'Source: made up for a test.'
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/PromotionListRequest'
      responses:
        '200':
          description: The promotions.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/PromotionList'
        '400':
          description: No such property.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/ErrorAnswer'
`],
	['openapi/su.yaml', /(?<=\n  schemas:\n)/, `    PromotionListRequest:
      type: object
      required: [hotel_id]
      properties:
        hotel_id:
          type: string
        page_size:
          type: integer

    PromotionList:
      type: object
      required: [promotions]
      properties:
        promotions:
          type: array
          items:
            type: object
            required: [promotion_name]
            properties:
              promotion_name:
                type: string

`],
];

/** What the skeleton leaves to write. */
const IN_SKELETON: readonly Edit[] = [
	['sandbox/su/handlers/listPromotions.ts', /import \{ notWrittenYet[^]*/, `import { unknownHotel } from '../errors';
import type { Holdings } from '../holdings';
import type { SuHandler } from '../types';

/** The promotions of a property. */
export function listPromotions(holdings: Holdings): SuHandler<'listPromotions'> {
	return ({ body }) => (holdings.find(body.hotel_id) ? { status: 200, body: { promotions: [{ promotion_name: 'Early Bird' }] } } : unknownHotel(body.hotel_id));
}
`],
	['sandbox/su/index.ts', /(?<=\t)listPromotions,/, 'listPromotions: listPromotions(holdings),'],
	['nodes/Su/promotion/getAll.ts', /description: [^]*standing: .*' \},/, `description: 'List the promotions of a property, with their names',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/promotion/list', standing: 'made up' },`],
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
		[['operation', 'Sun', 'property', 'get', 'GET /x'], 'There is no service "Sun" with a node; there is SrsSips, Su, Tradevest, XCoverElements.'],
		[['operation', 'Su', 'hotel', 'get', 'GET /x'], 'Su has no resource "hotel"; it has availability, channel, image, message, property, ratePlan, reservation, review, roomType, user, widget.'],
		[['operation', 'Su', 'property', 'delete', 'GET /x'], 'call the operation "remove"'],
		[['operation', 'Su', 'property', 'Get', 'GET /x'], 'camelCase'],
		[['operation', 'Su', 'property', 'getAll', 'GET /x'], 'nodes/Su/property/getAll.ts is there already. Nothing was changed.'],
		[['operation', 'Su', 'property', 'get', '/x'], 'The call is a method and a path'],
		[['operation', 'Su', 'property', 'archive', 'POST /x'], 'Say after the call what it does to the world'],
		[['operation', 'Su', 'property', 'merge', 'POST /x', 'once'], 'begin with a copy of nodes/SrsSips/order/submit.ts'],
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
		expect(left.map((line) => line.replace(/:.*/, ''))).toEqual(['sandbox/su/handlers/listPromotions.ts', 'nodes/Su/promotion/getAll.ts', 'nodes/Su/promotion/getAll.ts']);
		for (const line of left) expect(output).toContain(line);
		expect(output).toContain('page_size: optional');
		await good(CHECK);
		expect((await made(...ASKED)).output).toContain('nodes/Su/promotion/getAll.ts is there already. Nothing was changed.');
	}, 2 * MINUTE_MS);

	it('makes the skeleton anew where it was deleted, and registers it once', async () => {
		const files = ['nodes/Su/promotion/getAll.ts', 'nodes/Su/resources.ts', 'nodes/Su/shared/contract.ts', 'sandbox/su/index.ts', 'test/support/services/Su.examples.ts'].map((file) => join(copy.folder, file));
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
		await good(['eslint', 'nodes/Su/promotion', 'nodes/Su/resources.ts', 'nodes/Su/shared/contract.ts', 'sandbox/su', 'test/support/services', '--max-warnings', '0']);
		await good(['jest', '--selectProjects', 'engine', '--forceExit', '--testPathPatterns', 'everyOperation', '--testNamePattern', 'Su Channel Manager'], { SCHEMAS: 'write' });
		expect(existsSync(join(copy.folder, 'nodes/Su/__schema__/v1.0.0/promotion/getAll.json'))).toBe(true);
		await good(['jest', '--selectProjects', 'unit', '--testPathPatterns', 'operations/docs'], { DOCS: 'write' });
		const output = await good(['jest', '--selectProjects', 'unit', '--verbose', '--testPathPatterns', 'unit/operations', 'unit/services', '--testNamePattern', 'promotion|Su']);
		expect(output).toContain('promotion.getAll');
	}, 4 * MINUTE_MS);
});
