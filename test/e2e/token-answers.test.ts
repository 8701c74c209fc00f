import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { liveClient } from '../../sandbox/xCoverElements/data/partner';
import { xCoverElements } from '../support/tokens/furtherPartners';
import { failuresIn, runNodes, type Outcome } from '../support/tokens/manyItems';
import { PARTNERS_HERE, type PartnerUnderTest } from '../support/tokens/partnerUnderTest';
import { TokenTrial, waysOf, type Seen, type Way } from '../support/tokens/tokenTrial';
import { TOKEN_WORDS } from '../support/tokens/tokenWords';
import { ENDED_FOR_SECONDS, ODD_ANSWERS, STUCK_ANSWER, UNUSABLE_ANSWERS, type WrongAnswer } from '../support/tokens/wrongTokenAnswers';

/** What comes of answers to a token call that are not as they should be, in a real n8n with the packed package. */
jest.setTimeout(120_000);

const WRONG_ANSWERS: readonly WrongAnswer[] = [...UNUSABLE_ANSWERS, ...ODD_ANSWERS];
/** More than one, so that a refusal which is not remembered shows as a second token call. */
const ITEMS = 3;

/** What items say that failed, and what the partner has seen. */
interface Tried {
	readonly failures: string[];
	readonly seen: Seen;
}

const cases = PARTNERS_HERE.flatMap((partner) => waysOf(partner).map((way) => ({ credentialType: partner.credentialType, way, partner })));

let n8n: N8nInstance;
let stuck: Promise<Tried[]>;

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startN8n({ host, packages: [await packPackage()] });
	// It may take half a minute, and others need not wait for it.
	stuck = Promise.all(cases.map(async ({ partner, way }) => await tryOne(partner, way, STUCK_ANSWER)));
	stuck.catch(() => undefined);
}, 900_000);

afterAll(async () => {
	await n8n?.stop();
});

/** A partner of its own that answers so. */
async function begin(partner: PartnerUnderTest, { fault }: WrongAnswer): Promise<TokenTrial> {
	const trial = await TokenTrial.begin(n8n, partner);
	trial.sandbox.control.fault({ operationId: partner.tokenOperation, ...fault(partner), times: 0 });
	return trial;
}

async function tryOne(partner: PartnerUnderTest, way: Way, answer: WrongAnswer): Promise<Tried> {
	const trial = await begin(partner, answer);
	try {
		return { failures: failuresIn(await trial.run(way, ITEMS)), seen: trial.seen() };
	} finally {
		await trial.sandbox.close();
	}
}

describe.each(cases)('$credentialType in $way: an answer to the token call that', ({ partner, way }) => {
	const trials: TokenTrial[] = [];
	let outcomes: Outcome[] = [];

	// One execution for all of them: each answer has a node, a credential and a partner of its own.
	beforeAll(async () => {
		for (const answer of WRONG_ANSWERS) trials.push(await begin(partner, answer));
		outcomes = await runNodes(n8n, trials.map((trial) => trial.node(way)), ITEMS);
	});

	afterAll(async () => {
		for (const { sandbox } of trials) await sandbox.close();
	});

	const resultOf = (answer: WrongAnswer): Tried => {
		const at = WRONG_ANSWERS.indexOf(answer);
		const [trial, outcome] = [trials[at], outcomes[at]];
		if (!trial || !outcome) throw new Error(`It was not tried: ${answer.what}`);
		return { failures: failuresIn(outcome), seen: trial.seen() };
	};

	it.each(UNUSABLE_ANSWERS)('$what is a clear error', (answer) => {
		const { failures, seen } = resultOf(answer);
		expect(failures).toHaveLength(ITEMS);
		for (const failure of failures) expect(failure).toContain('Token request: ');
		expect(seen).toEqual({ tokenCalls: 1, accepted: 0, refused: 0 });
	});

	it.each(ODD_ANSWERS)('$what gives a token all the same', (answer) => {
		const { failures, seen } = resultOf(answer);
		expect(failures).toEqual([]);
		// One that is said to have ended is asked for once more.
		const tokenCalls = answer.lifeSeconds === ENDED_FOR_SECONDS ? 2 : 1;
		expect(seen).toEqual({ tokenCalls, accepted: ITEMS, refused: 0 });
	});

	it('is wrong in one of many ways shows no token in the execution, and n8n goes on', async () => {
		const everything = JSON.stringify(outcomes[0]?.execution);
		expect(everything).toContain('Token request: ');
		expect(everything).not.toMatch(TOKEN_WORDS);
		const good = await TokenTrial.begin(n8n, partner);
		try {
			expect(failuresIn(await good.run(way, ITEMS))).toEqual([]);
			expect(good.seen()).toEqual({ tokenCalls: 1, accepted: ITEMS, refused: 0 });
		} finally {
			await good.sandbox.close();
		}
	});
});

it('an answer to the token call that is not packed as it says is a clear error, and nobody waits for ever', async () => {
	for (const { failures, seen } of await stuck) {
		expect(failures).toHaveLength(ITEMS);
		for (const failure of failures) expect(failure).toMatch(/Token request: (?:The connection to \S+ broke|\S+ did not answer within 30 s)/);
		expect(seen).toMatchObject({ accepted: 0, refused: 0 });
		// A call that failed so is remembered for ten seconds. On a busy machine the last of the items may come later.
		expect(seen.tokenCalls).toBeLessThanOrEqual(2);
	}
});

describe('xCoverElementsApi and the claim is_test of its token', () => {
	const LIVE = { clientId: liveClient.clientId, clientSecret: liveClient.clientSecret };
	const IS_LIVE = 'Token request: XCover says that this client id belongs to a live account (is_test false): bookings are real. Choose Live in the field Account if that is meant';
	const IS_TEST = 'Token request: XCover says that this client id belongs to a test account (is_test true): bookings are not real. Choose Test in the field Account if that is meant';
	let trial: TokenTrial;

	const enter = async (entered: Record<string, string> = {}) => {
		trial = await TokenTrial.begin(n8n, xCoverElements, { entered });
	};

	afterEach(async () => {
		await trial.sandbox.close();
	});

	it.each([
		['a test client', 'test', {}],
		['a live client', 'live', LIVE],
	])('the test of the credential succeeds for %s with %s chosen', async (_client, accountType, client) => {
		await enter();
		expect(await trial.test({ ...client, accountType })).toMatchObject({ status: 'OK' });
	});

	it.each([
		['a live client', 'test', LIVE, IS_LIVE],
		['a test client', 'live', {}, IS_TEST],
	])('the test of the credential tells %s with %s chosen', async (_client, accountType, client, message) => {
		await enter();
		expect(await trial.test({ ...client, accountType })).toMatchObject({ status: 'Error', message: expect.stringContaining(message) as string });
		expect(trial.seen()).toEqual({ tokenCalls: 1, accepted: 0, refused: 0 });
	});

	it('the choice counts at once, and while it is the other one nothing is sent', async () => {
		await enter(LIVE);
		const refused = failuresIn(await trial.run('the HTTP Request node', ITEMS));
		expect(refused).toHaveLength(ITEMS);
		for (const failure of refused) expect(failure).toContain(IS_LIVE);
		expect(trial.seen()).toEqual({ tokenCalls: 1, accepted: 0, refused: 0 });

		await trial.edit({ accountType: 'live' });
		const seen = await trial.seenDuring(async () => expect(failuresIn(await trial.run('the HTTP Request node', ITEMS))).toEqual([]));
		expect(seen).toEqual({ tokenCalls: 1, accepted: ITEMS, refused: 0 });

		await trial.edit({ accountType: 'test' });
		const again = await trial.seenDuring(async () => expect(failuresIn(await trial.run('the HTTP Request node', ITEMS))).toHaveLength(ITEMS));
		// The first refusal is still remembered.
		expect(again).toEqual({ tokenCalls: 0, accepted: 0, refused: 0 });
	});

	it('a token of the test account is not sent when Live is chosen', async () => {
		await enter();
		expect(failuresIn(await trial.run('the HTTP Request node', ITEMS))).toEqual([]);
		await trial.edit({ accountType: 'live' });
		const seen = await trial.seenDuring(async () => {
			for (const failure of failuresIn(await trial.run('the HTTP Request node', ITEMS))) expect(failure).toContain(IS_TEST);
		});
		expect(seen).toEqual({ tokenCalls: 1, accepted: 0, refused: 0 });
	});
});

it('nothing that n8n printed holds a token', () => {
	const logs = n8n.logs();
	expect(logs).toContain('Editor is now accessible');
	expect(logs).not.toMatch(TOKEN_WORDS);
});
