import type { Scene } from '../../demo/scene';
import { withCredential } from '../../demo/scene';
import { isoDay } from '../../engine/calendar';
import type { Execution } from '../../host';
import { filledIn, TextTable, withCredentials } from '../support/e2e/exampleWorkflows';
import { MailServer } from '../support/e2e/mailServer';
import { Receiver } from '../support/e2e/receiver';
import { sharedScene } from '../support/e2e/sharedN8n';

/** The examples that watch prices, imported into a real n8n as they are but for what their notes say to fill in, and run. */
jest.setTimeout(120_000);

const SHINGLES = 6000;
const ABOUT = { customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43' };

let scene: Scene;
let receiver: Receiver;
let mailServer: MailServer;
let watch: string;

beforeAll(async () => {
	scene = await sharedScene({ eventDelayMs: 20 });
	receiver = await Receiver.start();
	mailServer = await MailServer.start();
	watch = await watchOf({ ...ABOUT, templateId: '410' });
}, 300_000);

afterEach(() => {
	scene.sandbox.control.clearFaults();
	receiver.outOfOrder.clear();
});

afterAll(async () => {
	await scene?.close();
	await receiver?.stop();
	await mailServer?.stop();
});

/** The price watch. @returns the id of the workflow */
async function watchOf(settings: Record<string, string>, id = 'srsPriceWatch001'): Promise<string> {
	const workflow = await filledIn('price-watch.json', { ...settings, messageUrl: `${receiver.url}/prices` });
	const [stored = ''] = await scene.n8n.importWorkflows([withCredential({ ...workflow, id })]);
	return stored;
}

async function run(workflow: string): Promise<Execution> {
	return await scene.n8n.client.waitForExecution({ executionId: await scene.n8n.client.run(workflow) });
}

/** Has Price V2 say these from now on, lets a morning pass, and hands out what was told of it. */
async function morning(prices: Record<number, number>, workflow = watch): Promise<Array<Record<string, unknown>>> {
	const before = receiver.at('/prices').length;
	scene.sandbox.control.change({ prices });
	expect((await run(workflow)).status).toBe('success');
	return receiver.at('/prices').slice(before);
}

async function rowsOf(name: string): Promise<Array<Record<string, string>>> {
	return (await (await TextTable.named(scene.n8n.client, name)).rows()) as Array<Record<string, string>>;
}

async function rowOf(productId: number, about: Record<string, string> = {}): Promise<Record<string, string>> {
	const wanted = Object.entries({ productId: String(productId), uom: 'BD', ...ABOUT, ...about });
	const [row, ...others] = (await rowsOf('srs_prices')).filter((each) => wanted.every(([name, value]) => each[name] === value));
	if (!row || others.length > 0) throw new Error(`There is not one row of ${productId}.`);
	return row;
}

describe('the price watch', () => {
	it('remembers all prices at the first run, in tables that it makes, and tells nothing', async () => {
		expect(await morning({})).toEqual([]);
		expect(await rowsOf('srs_prices')).toHaveLength(5);
		expect(await rowsOf('srs_price_changes')).toHaveLength(5);
		const row = await rowOf(SHINGLES);
		expect(row).toMatchObject({ productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', price: '32.57', basePrice: '32.57', baseSince: row.since, lastSeen: row.since });
	});

	it('tells nothing of a price that stays, and notes that it was seen', async () => {
		const before = await rowOf(SHINGLES);
		expect(await morning({})).toEqual([]);
		const after = await rowOf(SHINGLES);
		expect(after).toMatchObject({ since: before.since, price: '32.57' });
		expect(Date.parse(after.lastSeen ?? '')).toBeGreaterThan(Date.parse(before.lastSeen ?? ''));
		expect(await rowsOf('srs_price_changes')).toHaveLength(5);
	});

	it('tells a price that moved by more than the percentage, with the old one and since when that held', async () => {
		const before = await rowOf(SHINGLES);
		const [message, ...others] = await morning({ [SHINGLES]: 36 });
		expect(others).toEqual([]);
		expect(message?.moved).toEqual([{
			...ABOUT, productId: '6000', productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', uom: 'BD', price: '36',
			before: '32.57', beforeSince: before.since, comparedWith: '32.57', comparedSince: before.since, percent: '+10.53',
		}]);
		const day = String(before.since).slice(0, 10);
		expect(message?.text).toBe(`1 price moved by more than 2 %\nRidgeway Heritage Shingles (Black Shadow), per BD: $36.00, before $32.57 since ${day} (+10.53 %)`);
		expect(await morning({ [SHINGLES]: 36 })).toEqual([]);
	});

	it('compares exact decimals: a move of just the percentage is not beyond it', async () => {
		// In binary fractions, 3.06 is more than 2 % above 3: (3.06 - 3) / 3 * 100 is 2.0000000000000018.
		await morning({ [SHINGLES]: 3 });
		expect(await morning({ [SHINGLES]: 3.06 })).toEqual([]);
		expect(await morning({ [SHINGLES]: 3.0601 })).toMatchObject([{ moved: [{ before: '3.06', comparedWith: '3', percent: '+2.00' }] }]);
	});

	it('keeps small moves without a word, and tells them once they add up', async () => {
		await morning({ [SHINGLES]: 100 });
		const base = await rowOf(SHINGLES);
		expect(await morning({ [SHINGLES]: 101 })).toEqual([]);
		expect(await morning({ [SHINGLES]: 101.9 })).toEqual([]);
		const crept = await rowOf(SHINGLES);
		expect(crept).toMatchObject({ price: '101.9', basePrice: '100', baseSince: base.since });
		expect(Date.parse(crept.since ?? '')).toBeGreaterThan(Date.parse(base.since ?? ''));
		const [message] = await morning({ [SHINGLES]: 102.5 });
		expect(message).toMatchObject({ moved: [{ price: '102.5', before: '101.9', beforeSince: crept.since, comparedWith: '100', comparedSince: base.since, percent: '+2.50' }] });
		expect(message?.text).toMatch(/: \$102\.50, before \$101\.90 since \S+ \(\+2\.50 % against \$100\.00 of \S+\)$/);
		const kept = (await rowsOf('srs_price_changes')).filter(({ key }) => key === crept.key).map(({ price }) => price);
		expect(kept).toEqual(['32.57', '36', '3', '3.06', '3.0601', '100', '101', '101.9', '102.5']);
	});

	it('takes a product without a price for no news, and keeps its row', async () => {
		const before = await rowOf(SHINGLES);
		expect(await morning({ [SHINGLES]: 0 })).toEqual([]);
		expect(await rowOf(SHINGLES)).toEqual(before);
		expect(await morning({ [SHINGLES]: 102.5 })).toEqual([]);
		expect(await rowOf(SHINGLES)).toMatchObject({ since: before.since, price: '102.5' });
	});

	it('compares no price with that for another unit, which has a row of its own', async () => {
		const before = await rowOf(SHINGLES);
		scene.sandbox.control.fault({ operationId: 'getPrices', kind: 'patch', merge: { priceUOM: 'SQ', price: 999 } });
		expect(await morning({})).toEqual([]);
		expect(await rowOf(SHINGLES)).toEqual(before);
		expect(await rowOf(SHINGLES, { uom: 'SQ' })).toMatchObject({ price: '999' });
	});

	it('keeps customers apart', async () => {
		const other = await watchOf({ customerCode: 'DEMO200', branchCode: 'SBSEA', jobAccountNumber: '71', templateId: '420' }, 'srsPriceWatch002');
		const rows = (await rowsOf('srs_prices')).length;
		expect(await morning({}, other)).toEqual([]);
		const its = (await rowsOf('srs_prices')).filter(({ customerCode }) => customerCode === 'DEMO200');
		expect(its).toHaveLength(2);
		expect(await rowsOf('srs_prices')).toHaveLength(rows + 2);
		const productId = Number(its[0]?.productId);
		expect(await morning({ [productId]: 500 }, other)).toMatchObject([{ moved: [{ customerCode: 'DEMO200', branchCode: 'SBSEA', price: '500', before: its[0]?.price }] }]);
	});

	it('tells again what no message has told, with the same price before', async () => {
		const before = await rowOf(SHINGLES);
		receiver.outOfOrder.add('/prices');
		scene.sandbox.control.change({ prices: { [SHINGLES]: 50 } });
		expect((await run(watch)).status).toBe('error');
		expect(await rowOf(SHINGLES)).toEqual(before);
		receiver.outOfOrder.clear();
		expect(await morning({ [SHINGLES]: 50 })).toMatchObject([{ moved: [{ price: '50', before: before.price, beforeSince: before.since }] }]);
	});
});

describe('the weekly price report', () => {
	let report: string;

	beforeAll(async () => {
		const { id, name } = await scene.n8n.client.createCredential({ name: 'Mail', type: 'smtp', data: mailServer.credentialData });
		const workflow = await filledIn('price-report.json', { fromMail: 'n8n@ridgeline.example', toMail: 'buyer@ridgeline.example', weeks: 4 });
		[report = ''] = await scene.n8n.importWorkflows([withCredentials(workflow, { emailSend: { smtp: { id, name } } })]);
	});

	it('comes as one mail with the figures of each product, and a bar of table cells for each move', async () => {
		const nails = (await rowsOf('srs_prices')).find(({ productName, uom }) => productName?.includes('Coil Roofing Nails') && uom !== 'SQ');
		const ago = (weeks: number) => new Date(Date.now() - weeks * 7 * 86_400_000).toISOString();
		// Days are those of n8n's time zone, which is New York unless somebody says another: for five hours of each day not that of UTC.
		const dayThere = (weeks: number) => isoDay(ago(weeks), 'America/New_York');
		const { key = '', customerCode = '', branchCode = '', productName = '', option = '', uom = '' } = nails ?? {};
		// What was before the four weeks, and a change within them.
		const changes = await TextTable.named(scene.n8n.client, 'srs_price_changes');
		await changes.insert([['80', 9], ['60', 6], ['55', 2]].map(([price, weeks]) => ({ key, customerCode, branchCode, productName, option, uom, price: String(price), since: ago(Number(weeks)) })));
		expect((await run(report)).status).toBe('success');
		const [mail, ...others] = mailServer.mails;
		expect(others).toEqual([]);
		expect(mail).toMatchObject({ from: 'n8n@ridgeline.example', to: ['buyer@ridgeline.example'], subject: 'SRS: 3 of 12 prices have moved' });
		const { 'text/html': html = '', 'text/plain': text = '' } = mail?.parts ?? {};
		expect(text).toContain(`Ridgeway Heritage Shingles (Black Shadow), per BD: $32.57 on ${dayThere(0)}, now $50.00 (+53.52 %)`);
		const now = Number(nails?.price);
		// Half a per cent of a hundredth is rounded as in the mail: what is compared here is far from a half.
		const move = `${now < 60 ? '-' : '+'}${Math.abs(((now - 60) / 60) * 100).toFixed(2)} %`;
		expect(text).toMatch(new RegExp(`${productName.replace(/[/"]/g, '.')} \\(${option}\\), per ${uom}: \\$60\\.00 on ${dayThere(4)}, now \\$${now.toFixed(2)} \\(${move.replace('+', '\\+')}\\)`));
		expect(text).toContain(`\n    ${ago(2).slice(0, 10)}: $55.00\n`);
		for (const words of ['Customer DEMO100, branch SBDEN, job account 43', 'Customer DEMO200, branch SBSEA, job account 71', '$32.57', '$50.00', '+53.52 %', move]) expect(html).toContain(words);
		expect(html.match(/bgcolor="#(c0392b|1e8449)"/g)).toHaveLength(3);
		// It asks no server for anything, and needs no picture.
		expect(html).not.toMatch(/https?:|<img|<svg|<script/);
	});

	it('says when nothing was seen for days, and when nothing has moved', async () => {
		const table = await TextTable.named(scene.n8n.client, 'srs_prices');
		// What n8n adds to a row by itself cannot be inserted.
		const row = Object.fromEntries(Object.entries(await rowOf(SHINGLES)).filter(([name]) => !['id', 'createdAt', 'updatedAt'].includes(name)));
		await table.insert([{ ...row, key: 'gone', productName: 'Gone <Shingles>', lastSeen: '2026-01-05T06:00:00.000Z', since: '2026-01-01T06:00:00.000Z', price: '20' }]);
		expect((await run(report)).status).toBe('success');
		const { 'text/html': html = '', 'text/plain': text = '' } = mailServer.mails.at(-1)?.parts ?? {};
		expect(text).toContain('Gone <Shingles> (Black Shadow), per BD: $20.00 on 2026-01-01, now $20.00 (0.00 %)\n    no price since 2026-01-05');
		expect(html).toContain('Gone &#60;Shingles&#62;');
	});
});
