import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import axios from 'axios';
import { selectors, type Browser } from 'playwright-core';

import { CREDENTIAL, setScene, type Scene } from '../../demo/scene';
import { startSuSandbox, type SuSandbox } from '../../sandbox/su';
import { startTradevestSandbox, type TradevestSandbox } from '../../sandbox/tradevest';
import { demoCustomer } from '../../sandbox/tradevest/data/people';
import { startXCoverElementsSandbox, type XCoverElementsSandbox } from '../../sandbox/xCoverElements';
import { startBrowser } from '../browser/browser';
import { Editor } from '../browser/editor';
import { xcoverCredentialData } from '../support/tokens/xcoverCredentials';
import { dayFromNow } from '../support/services/exampleDays';

/** n8n's editor in a real browser, as somebody sees it who has just installed the package. */
jest.setTimeout(120_000);

const EXAMPLES = resolve(__dirname, '../../examples');
const PICTURES = process.env.EDITOR_PICTURES;
const THEME = process.env.EDITOR_THEME === 'dark' ? 'dark' : 'light';

let scene: Scene;
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
	selectors.setTestIdAttribute('data-test-id');
	browser = await startBrowser();
	scene = await setScene({ n8nVersion: process.env.E2E_N8N_VERSION });
	const { url, client } = scene.n8n;
	editor = await Editor.signIn(browser, { url, owner: client.owner, theme: THEME });
}, 300_000);

afterAll(async () => {
	await browser?.close();
	await scene?.close();
});

/** What is to be seen now, for the documents: `npm run screenshots` writes it to docs/images, where somebody looks at it. */
async function picture(name: string): Promise<void> {
	if (PICTURES) await editor.screenshot(resolve(PICTURES, `${name}-${THEME}.png`));
}

describe('the list of nodes', () => {
	beforeAll(async () => {
		await editor.newWorkflow();
	});

	afterAll(async () => {
		await editor.search('roofing');
		await picture('find-the-nodes');
	});

	it.each(['roofing', 'SRS', 'SRS Distribution', 'SIPS', 'Roof Hub', 'order materials', 'shingles'])('finds the nodes by "%s"', async (words) => {
		const found = await editor.search(words);
		// n8n shows a node and the trigger of the same name as one.
		expect(found.slice(0, 3)).toEqual(expect.arrayContaining(['SRS SIPS', 'SRS SIPS Order Watch']));
	});
});

describe('the node of Su Channel Manager', () => {
	let sandbox: SuSandbox;

	beforeAll(async () => {
		sandbox = await startSuSandbox();
		await editor.newWorkflow();
	});

	afterAll(() => sandbox?.close());

	it.each(['hotel channel manager', 'channel manager', 'Su channel', 'STAAH', 'rates and availability'])('is found by "%s"', async (words) => {
		expect((await editor.search(words)).slice(0, 5)).toContain('Su Channel Manager');
	});

	it('has a credential whose test says what is wrong, and when all is well', async () => {
		await editor.newWorkflow();
		await editor.search('hotel channel manager');
		await picture('find-su');
		await editor.addAction('Su Channel Manager', 'Update rates and availability');
		await editor.newCredential();
		await editor.select('environment', 'Custom URL');
		await editor.fill('baseUrl', sandbox.url);
		await editor.fill('domain', sandbox.client.domain);
		await editor.fill('clientSecret', 'not-the-secret');
		const refused = await editor.saveCredential();
		expect(refused).toMatchObject({ isGood: false, words: expect.stringContaining('Token request: Su refused the client id or secret (401)') });
		expect(refused.words).not.toContain('not-the-secret');
		await editor.fill('clientSecret', sandbox.client.clientSecret);
		expect(await editor.saveCredential()).toMatchObject({ isGood: true });
		await editor.closeDialog();
	});

	it('offers property, room type and rate plan in lists, and sets rates and availability', async () => {
		expect(await editor.choose('hotelId', 'HVIEW-1')).toEqual(expect.arrayContaining(['Harbour View (HVIEW-1)']));
		expect(await editor.choose('roomId', 'SUP-DBL')).toEqual(['Family Suite (FAM-STE)', 'Superior Double (SUP-DBL)']);
		await editor.fillDay('from', dayFromNow(30));
		await editor.fillDay('to', dayFromNow(40));
		expect(await editor.choose('ratePlanId', 'FLEX')).toEqual(['Flexible (FLEX)', 'Non-refundable (NONREF)']);
		await editor.addOption('Rooms to Sell', 'first');
		await editor.fill('roomsToSell', '4');
		await editor.addOption('Minimum Stay', 'first');
		await editor.fill('minimumStay', '2');
		expect(await editor.runStep()).toEqual(['ticketId', 'hotelId', 'roomId', 'ratePlanId', 'from', 'to']);
		await picture('su-availability');
		expect(sandbox.updates()).toMatchObject([{ hotelid: 'HVIEW-1', room: [{ roomid: 'SUP-DBL', date: [{ roomstosell: '4' }, { minimumstay: '2', rate: [{ rateplanid: 'FLEX' }] }] }] }]);
		await editor.closePanel();
		await editor.page.getByText('Availability: Update', { exact: true }).waitFor();
	});
});

describe('Su Trigger', () => {
	it('shows its URLs, whom to give them to, and what Su is told', async () => {
		await editor.newWorkflow();
		await editor.search('hotel channel manager');
		await editor.take('Su Channel Manager');
		await editor.take('On reservation');
		await editor.panel().waitFor();
		// Without one n8n says nothing but that it is missing.
		await editor.newCredential();
		await editor.fill('user', 'su');
		await editor.fill('secret', 'a-secret-of-the-editor-of-su');
		expect(await editor.saveCredential()).toMatchObject({ isGood: true });
		await editor.closeDialog();
		await editor.panel().getByText('Webhook URLs').click();
		await editor.panel().getByText(/\/webhook-test\/.+\/su$/).waitFor();
		await editor.panel().getByTestId('radio-button-production').click();
		await editor.panel().getByText(/\/webhook\/.+\/su$/).waitFor();
		const words = await editor.panel().innerText();
		expect(words).toContain('Su has no call to register it');
		await picture('su-trigger');
	});

	it('warns where anybody could send it a booking', async () => {
		await editor.select('authentication', 'None');
		await editor.panel().getByText(/[Aa]nybody who knows the URL/).first().waitFor();
		await editor.closePanel();
		await editor.page.getByText('Reservation', { exact: true }).waitFor();
	});
});

describe('Su Reservation Watch', () => {
	it('shows from its panel what stands in the queues, and acknowledges nothing', async () => {
		const sandbox = await startSuSandbox();
		try {
			await editor.newWorkflow();
			await editor.addNode('Su Reservation Watch');
			await editor.newCredential();
			await editor.select('environment', 'Custom URL');
			await editor.fill('baseUrl', sandbox.url);
			await editor.fill('domain', sandbox.client.domain);
			await editor.fill('clientSecret', sandbox.client.clientSecret);
			expect(await editor.saveCredential()).toMatchObject({ isGood: true });
			await editor.closeDialog();
			const before = sandbox.waiting().length;
			expect(await editor.runStep()).toEqual(expect.arrayContaining(['kind', 'bookingKey', 'reservation_notif_id', 'status', 'hotel_id']));
			await picture('su-reservation-watch');
			expect(sandbox.waiting()).toHaveLength(before);
			await editor.closePanel();
		} finally {
			await sandbox.close();
		}
	});
});

describe('the node of Tradevest', () => {
	let sandbox: TradevestSandbox;

	beforeAll(async () => {
		sandbox = await startTradevestSandbox();
		await editor.newWorkflow();
	});

	afterAll(() => sandbox?.close());

	it.each(['brokerage', 'securities', 'customer onboarding', 'Tradevest', 'WaWex'])('is found by "%s"', async (words) => {
		expect((await editor.search(words)).slice(0, 5)).toContain('Tradevest');
	});

	it('has a credential whose test says what is wrong, and when all is well', async () => {
		await editor.newWorkflow();
		await editor.search('brokerage');
		await picture('find-tradevest');
		await editor.addAction('Tradevest', 'Open a product');
		await editor.newCredential();
		await editor.select('environment', 'Custom URL');
		await editor.fill('authBaseUrl', sandbox.url);
		await editor.fill('baseUrl', sandbox.url);
		await editor.fill('clientId', sandbox.client.clientId);
		await editor.fill('clientSecret', 'not-the-secret');
		await editor.fill('requestorId', demoCustomer.naturalPersonId);
		const refused = await editor.saveCredential();
		expect(refused).toMatchObject({ isGood: false, words: expect.stringContaining('Token request: Tradevest refused the client id or secret (400)') });
		expect(refused.words).not.toContain('not-the-secret');
		await editor.fill('clientSecret', sandbox.client.clientSecret);
		expect(await editor.saveCredential()).toMatchObject({ isGood: true });
		await editor.closeDialog();
	});

	it('offers the customers in a list, opens an account, and shows what Tradevest decided', async () => {
		expect(await editor.choose('customerId', demoCustomer.customerId)).toEqual(expect.arrayContaining([expect.stringContaining(demoCustomer.customerId)]));
		await editor.select('productCode', 'Depository Account');
		expect(await editor.runStep()).toEqual(['customerProductId', 'status', 'decided', 'alreadySubmitted', 'outcomeFrom']);
		await picture('tradevest-account');
		await editor.closePanel();
		await editor.page.getByText('Product: Open', { exact: true }).waitFor();
	});
});

describe('Tradevest Trigger', () => {
	it('says that it registers itself, and harms nobody unless that is wanted', async () => {
		await editor.newWorkflow();
		await editor.search('brokerage');
		await editor.take('Tradevest');
		await editor.take('On securities order');
		await editor.panel().waitFor();
		const words = await editor.panel().innerText();
		for (const field of ['Read the Object', 'Also Fetch Missed', 'Take Over', 'Register for Test']) expect(words).toContain(field);
		await picture('tradevest-trigger');
		await editor.closePanel();
	});
});

describe('the node of XCover', () => {
	const BOOKING = 'K4PLM-22TRX-INS';
	let sandbox: XCoverElementsSandbox;
	let folder: string;

	beforeAll(async () => {
		sandbox = await startXCoverElementsSandbox();
		folder = await mkdtemp(join(tmpdir(), 'editor-'));
		await editor.newWorkflow();
	});

	afterAll(async () => {
		await sandbox?.close();
		await rm(folder, { recursive: true, force: true });
	});

	it.each(['insurance', 'travel protection', 'Cover Genius', 'XCover'])('is found by "%s"', async (words) => {
		expect((await editor.search(words)).slice(0, 5)).toContain('XCover');
	});

	it('has a credential whose test says what is wrong, and when all is well', async () => {
		await editor.newWorkflow();
		await editor.search('insurance');
		await picture('find-xcover');
		await editor.addAction('XCover', 'Preview a cancellation');
		await editor.newCredential();
		await editor.select('environment', 'Custom URL');
		await editor.fill('baseUrl', sandbox.signedUrl);
		await editor.fill('apiKey', sandbox.signer.apiKey);
		await editor.fill('apiSecret', 'not-the-secret');
		await editor.fill('partnerCode', sandbox.signer.partnerCode);
		const refused = await editor.saveCredential();
		expect(refused).toMatchObject({ isGood: false, words: expect.stringContaining('XCover did not accept the key or the signature of the request (403)') });
		expect(refused.words).not.toContain('not-the-secret');
		await editor.fill('apiSecret', sandbox.signer.apiSecret);
		expect(await editor.saveCredential()).toMatchObject({ isGood: true });
		await editor.closeDialog();
	});

	it('offers the bookings in a list, and previews a cancellation, of which nothing comes', async () => {
		expect(await editor.choose('bookingId', BOOKING)).toEqual(expect.arrayContaining([expect.stringContaining(BOOKING)]));
		expect(await editor.runStep()).toEqual(expect.arrayContaining(['id', 'cancellation_id', 'confirm_before', 'total_refund', 'previewed_status']));
		await picture('xcover-preview');
		expect(sandbox.signedBookings().find(({ id }) => id === BOOKING)).toMatchObject({ status: 'CONFIRMED' });
	});

	it('shows for each kind of access what that has, and nothing else', async () => {
		expect(await editor.optionsOf('resource')).toEqual(['Booking', 'Instalment', 'Offer', 'Renewal']);
		await editor.closePanel();
		// n8n shows no field for the kind of access: it follows from the credential.
		const credential = await scene.n8n.client.createCredential({ name: 'XCover with a token', type: 'xCoverElementsApi', data: xcoverCredentialData(sandbox, 'elements') });
		const file = join(folder, 'xcover.json');
		const node = { id: 'x', name: 'XCover', type: 'n8n-nodes-partner-apis.xCoverElements', typeVersion: 1, position: [0, 0], parameters: { authentication: 'elements', resource: 'booking', operation: 'get' }, credentials: { xCoverElementsApi: { id: credential.id, name: credential.name } } };
		await writeFile(file, JSON.stringify({ name: 'With a token', nodes: [node], connections: {} }));
		await editor.importFile(file);
		await editor.open('XCover');
		expect(await editor.optionsOf('resource')).toEqual(['Booking', 'Offer', 'Quote']);
		expect(await editor.optionsOf('operation')).toEqual(['Cancel', 'Confirm Cancellation', 'Get', 'Get Many', 'Preview Cancellation', 'Update']);
		await editor.closePanel();
	});
});

describe('XCover Trigger', () => {
	it('shows its URLs, whom to give them to, and that the body is not signed', async () => {
		await editor.newWorkflow();
		await editor.search('insurance');
		await editor.take('XCover');
		await editor.take('On booking created');
		await editor.panel().waitFor();
		await editor.panel().getByText('Webhook URLs').click();
		await editor.panel().getByText(/\/webhook-test\/.+\/xcover$/).waitFor();
		await editor.panel().getByTestId('radio-button-production').click();
		await editor.panel().getByText(/\/webhook\/.+\/xcover$/).waitFor();
		expect(await editor.panel().innerText()).toContain('Cover Genius signs the date of a call, and not what it says');
		await picture('xcover-trigger');
	});

	it('lets one choose to confirm events, with which access, and what becomes of the others', async () => {
		await editor.select('confirm', 'With XCover Elements');
		expect(await editor.optionsOf('unconfirmed')).toEqual(['Start and Mark', 'Start Nothing']);
		const words = await editor.panel().innerText();
		expect(words).not.toContain('Cover Genius signs the date of a call');
		// A second credential is asked for, by its name.
		expect(words).toContain('Credential for XCover Elements');
		await editor.closePanel();
	});
});

describe('the SRS SIPS node', () => {
	beforeAll(async () => {
		await editor.newWorkflow();
		await editor.addAction('SRS SIPS', 'Get prices of products');
	});

	it('has a credential whose test says what is wrong, and when all is well', async () => {
		const { clientId, clientSecret } = scene.sandbox.client;
		await editor.newCredential();
		await editor.select('environment', 'Custom URL');
		await editor.fill('baseUrl', scene.sandbox.url);
		await editor.fill('clientId', clientId);
		await editor.fill('clientSecret', 'not-the-secret');
		await editor.fill('sourceSystem', 'DEMOCRM');
		const refused = await editor.saveCredential();
		expect(refused).toMatchObject({ isGood: false, words: expect.stringContaining('Token request: SIPS refused the client id or secret (401)') });
		expect(refused.words).not.toContain('not-the-secret');
		await picture('credential-refused');
		await editor.fill('clientSecret', clientSecret);
		expect(await editor.saveCredential()).toMatchObject({ isGood: true });
		await picture('credential-accepted');
		await editor.closeDialog();
		expect(await editor.chosenCredential()).toMatch(/^SRS SIPS account/);
	});

	it('says which field comes first where a list depends on another', async () => {
		await editor.at('resource-locator-branchCode').getByTestId('rlc-input').click();
		await editor.page.getByText('Choose Customer Code first').first().waitFor();
		await editor.page.keyboard.press('Escape');
	});

	it('offers branch, job account, product, colour and unit in lists', async () => {
		await editor.fill('customerCode', 'DEMO100');
		expect(await editor.choose('branchCode', 'SBDEN')).toEqual(expect.arrayContaining([expect.stringContaining('DENVER (SBDEN)')]));
		expect(await editor.choose('jobAccountNumber', '43')).toEqual(expect.arrayContaining([expect.stringContaining('43')]));
		expect((await editor.choose('productId', 'Ridgeway Heritage Shingles')).length).toBeGreaterThan(5);
		await editor.openList('option');
		await picture('choose-from-lists');
		await editor.page.keyboard.press('Escape');
		expect(await editor.choose('option', 'Black Shadow')).toContain('Black Shadow');
		expect(await editor.choose('uom', 'BD')).toEqual(expect.arrayContaining([expect.stringMatching(/^BD/)]));
	});

	it('runs as a step and shows what came out', async () => {
		expect(await editor.runStep()).toEqual(expect.arrayContaining(['productId', 'option', 'quantity', 'uom', 'price', 'priceAvailable', 'lineTotal']));
		await picture('prices');
		await editor.closePanel();
	});
});

describe('an order, filled in by hand', () => {
	const PO_NUMBER = 'BY-HAND-1';

	it('is previewed from what the lists offer, with little to type', async () => {
		await editor.newWorkflow();
		await editor.addAction('SRS SIPS', 'Preview an order');
		await editor.useCredential(CREDENTIAL.name);
		await editor.fill('customerCode', 'DEMO100');
		await editor.choose('branchCode', 'SBDEN');
		await editor.choose('jobAccountNumber', '43');
		await editor.fill('poNumber', PO_NUMBER);
		await editor.addRow('lines');
		await editor.choose('productId', 'Ridgeway Heritage Shingles');
		await editor.choose('option', 'Black Shadow');
		await editor.fill('quantity', '30');
		await editor.choose('uom', 'BD');
		await editor.fill('customerItem', 'SH-01');
		await picture('order-lines');
		await editor.fillDay('expectedDeliveryDate', '2099-03-05');
		const site = { shipToName: 'Jane Roe', shipToAddressLine1: '12 Ridge Rd', shipToCity: 'Denver', shipToState: 'CO', shipToZipCode: '80211' };
		const contact = { customerContactName: 'Jane Roe', customerContactPhone: '3035550100', customerContactEmail: 'jane@example.com' };
		for (const [field, words] of Object.entries({ ...site, ...contact })) await editor.fill(field, words);
		expect(await editor.runStep()).toEqual(expect.arrayContaining(['total', 'linesWithoutPrice', 'lines']));
		await editor.hint('Nothing was ordered: this was a preview.').waitFor();
		await picture('order-previewed');
		expect(scene.sandbox.orders()).toEqual([]);
	});

	it('is submitted with the same fields, and warns where it would be sent again', async () => {
		await editor.select('operation', 'Submit');
		expect(await editor.runStep()).toEqual(expect.arrayContaining(['state', 'orderId', 'transactionId']));
		expect(await editor.hint('Nothing was ordered').count()).toBe(0);
		await picture('order-submitted');
		await editor.addOption('Send Even If Already Sent');
		await editor.toggle('sendAgain');
		await editor.panel().getByText('each execution places another order').waitFor();
		await editor.closePanel();
		// What n8n shows under the node's name.
		await editor.page.getByText('Order: Submit', { exact: true }).waitFor();
		const [held, ...others] = scene.sandbox.orders();
		expect(others).toEqual([]);
		expect(held?.request).toMatchObject({
			poDetails: { poNumber: PO_NUMBER, expectedDeliveryDate: '2099-03-05' },
			orderLineItemDetails: [{ productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD' }],
		});
	});
});

describe('SRS SIPS Trigger', () => {
	it('shows its URLs, whom to give them to, and that SRS signs nothing', async () => {
		await editor.newWorkflow();
		await editor.search('SRS SIPS');
		await editor.take('SRS SIPS');
		await editor.take('On delivery update');
		await editor.panel().waitFor();
		await editor.panel().getByText('Webhook URLs').click();
		await editor.panel().getByText(/\/webhook-test\/.+\/srs-sips$/).waitFor();
		await editor.panel().getByTestId('radio-button-production').click();
		await editor.panel().getByText(/\/webhook\/.+\/srs-sips$/).waitFor();
		const words = await editor.panel().innerText();
		expect(words).toContain('APISupportTeam@srsdistribution.com');
		expect(words).toContain('SRS signs nothing');
		await picture('trigger');
		await editor.closePanel();
		await editor.page.getByText('Delivery Update', { exact: true }).waitFor();
	});
});

describe('an example', () => {
	it('is imported, gets its credential in each node, and places an order', async () => {
		await editor.importFile(resolve(EXAMPLES, 'place-order.json'));
		for (const node of ['Validate Customer', 'Find Branches', 'Read Products', 'Get Prices', 'Submit Order']) {
			await editor.open(node);
			await editor.useCredential(CREDENTIAL.name);
			await editor.closePanel();
		}
		await editor.at('execute-workflow-button').first().click();
		await editor.page.getByText('Waiting for trigger event').first().waitFor();
		const order = JSON.parse(await readFile(resolve(EXAMPLES, 'orders/repair.json'), 'utf8')) as Record<string, unknown>;
		const before = scene.sandbox.orders().length;
		await axios.post(scene.n8n.webhookBase.replace(/webhook$/, 'webhook-test/roofing-order'), order);
		await editor.page.locator('[data-test-id="canvas-node"][data-node-name="Result"]').getByTestId('canvas-node-status-success').waitFor();
		expect(scene.sandbox.orders()).toHaveLength(before + 1);
		// n8n has drawn the end of the run when its button is there again.
		await editor.at('execute-workflow-button').first().getByText('Execute workflow').waitFor();
		await picture('example-ran');
	});
});

describe('SRS SIPS Order Watch', () => {
	it('shows from its panel what is there now', async () => {
		await editor.newWorkflow();
		await editor.addNode('SRS SIPS Order Watch');
		await editor.useCredential(CREDENTIAL.name);
		expect(await editor.runStep()).toEqual(expect.arrayContaining(['event', 'orderId', 'poNumber', 'status', 'statusText']));
		await picture('order-watch');
		await editor.closePanel();
	});
});

describe('an AI agent', () => {
	it('finds the node among its tools, and may fill in its fields', async () => {
		await editor.newWorkflow();
		await editor.search('AI Agent');
		await editor.take('AI Agent');
		await editor.panel().waitFor();
		await editor.closePanel();
		await editor.page.locator('[data-connection-type=ai_tool] [data-test-id=canvas-handle-plus]').first().click();
		expect(await editor.search('SRS')).toContain('SRS SIPS Tool');
		await editor.addNode('SRS SIPS Tool');
		const offers = editor.at('from-ai-override-button');
		await offers.first().waitFor();
		await offers.first().click();
		await editor.panel().getByText('Defined automatically by the model').waitFor();
		await picture('tool-of-an-agent');
		await editor.closePanel();
	});
});
