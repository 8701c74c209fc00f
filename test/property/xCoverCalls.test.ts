import { XCoverElementsTrigger } from '../../nodes/XCoverElements/XCoverElementsTrigger.node';
import { callHook, type CalledHook } from '../support/webhook/hookCall';
import { signedHeaders, xCoverBody, xCoverCalls, type SharedKey, type XCoverCall } from '../support/webhook/xCoverCalls';

const COUNT = 10_000;
const AT_ONCE = 250;
/** The same calls again: `CALLS_SEED=... npm run test:unit xCoverCalls`. */
const SEED = Number(process.env.CALLS_SEED ?? Date.now() % 2 ** 31);
const SHARED: SharedKey = { key: 'n8n-test', secret: 'a-secret-of-the-test' };
const PATH = '/webhook/7f3c/xcover?a=1';

const trigger = new XCoverElementsTrigger();

async function call(headers: Record<string, string>, body: string | Buffer): Promise<CalledHook> {
	// Node gives names of headers in small letters.
	const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	return await callHook(trigger, { body, headers: lowered, originalUrl: PATH, node: 'one', credentials: { ...SHARED } });
}

/** What is wrong with the outcome of a call; undefined where nothing is. */
async function faultOf({ what, headers, body, status }: XCoverCall): Promise<string | undefined> {
	const { sent, items, warnings } = await call(headers(SHARED, Date.now(), PATH), body);
	const answered = sent.status === 413 ? 400 : sent.status;
	// Nothing of the secret in what is answered, logged and handed on.
	const isSilent = !JSON.stringify([sent.body, warnings, items ?? []]).includes(SHARED.secret);
	return answered === status && (items === undefined || status === 200) && isSilent ? undefined : `${what}: ${sent.status} where ${status} was expected`;
}

it(`${COUNT} calls of every kind: no execution for a refused one, no crash, and the next good event is taken`, async () => {
	const calls = xCoverCalls(COUNT, SEED);
	const wrong: unknown[] = [];
	// Many at once: a call that starts its workflow may be held back for a moment, to store for the others.
	for (let at = 0; at < COUNT; at += AT_ONCE) {
		wrong.push(...(await Promise.all(calls.slice(at, at + AT_ONCE).map(faultOf))).filter((fault) => fault !== undefined));
		const { items } = await call(signedHeaders({ ...SHARED, now: Date.now() }), xCoverBody({ id: `GOOD-${at}` }));
		if (items?.length !== 1) wrong.push(`${at}: the next good event started nothing`);
	}
	expect({ seed: SEED, wrong: wrong.slice(0, 10) }).toEqual({ seed: SEED, wrong: [] });
	for (const status of [200, 400, 401]) expect(calls.filter((one) => one.status === status).length).toBeGreaterThan(COUNT / 10);
}, 120_000);
