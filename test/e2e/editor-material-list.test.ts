import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { selectors, type Browser, type Page } from 'playwright-core';

import { CREDENTIAL, setScene, type Scene } from '../../demo/scene';
import { startBrowser } from '../browser/browser';
import { Editor, type Theme } from '../browser/editor';
import { EXAMPLES, eventually, filledIn } from '../support/e2e/exampleWorkflows';
import { Receiver } from '../support/e2e/receiver';

/** From a list to a checked order in a real browser, as `docs/material-lists.md` tells it: imported, tried out from the editor, two questions, ordered, compared. */
jest.setTimeout(180_000);

const PICTURES = process.env.EDITOR_PICTURES;
const THEMES: Theme[] = PICTURES ? [process.env.EDITOR_THEME === 'dark' ? 'dark' : 'light'] : ['light', 'dark'];
/** The labels of the first page, and what is typed. */
const ORDER = {
	'Customer code': 'DEMO100', 'Branch code': 'SBDEN', 'Job account number': '43', 'Expected delivery date': '2099-03-05', 'Shipping method': 'Ground Drop',
	'Deliver to': 'Jane Roe', Street: '12 Ridge Rd', City: 'Denver', State: 'CO', 'ZIP code': '80211',
};

let scene: Scene;
let browser: Browser;
let receiver: Receiver;
let folder: string;

beforeAll(async () => {
	selectors.setTestIdAttribute('data-test-id');
	browser = await startBrowser();
	receiver = await Receiver.start();
	folder = await mkdtemp(join(tmpdir(), 'material-list-'));
	scene = await setScene({ n8nVersion: process.env.E2E_N8N_VERSION, eventDelayMs: 20 });
}, 300_000);

afterAll(async () => {
	await browser?.close();
	await scene?.close();
	await receiver?.stop();
	await rm(folder, { recursive: true, force: true });
});

describe.each(THEMES)('a material list in n8n (%s)', (theme) => {
	const poNumber = `BROWSER-${theme}`;
	let editor: Editor;

	beforeAll(async () => {
		const { url, client } = scene.n8n;
		editor = await Editor.signIn(browser, { url, owner: client.owner, theme });
		// Choices of the theme before would leave nothing to ask.
		await forgetChoices();
	});

	/** What a page of the form shows, for the documents. It is as tall as its content. */
	const pictureOf = async (page: Page, name: string) => {
		if (PICTURES) await page.screenshot({ path: resolve(PICTURES, `${name}-${theme}.png`), animations: 'disabled', fullPage: true });
	};
	const held = () => scene.sandbox.orders().filter((order) => order.poNumber === poNumber);

	async function imported(file: string, nodes: string[]): Promise<void> {
		const workflow = await filledIn(file, file.includes('check') ? { messageUrl: `${receiver.url}/checked` } : {});
		// Each theme has one of its own.
		const path = join(folder, `${theme}-${file}`);
		await writeFile(path, JSON.stringify({ ...workflow, id: undefined, name: `${workflow.name} (${theme})` }));
		await editor.importFile(path);
		for (const node of nodes) {
			await editor.open(node);
			await editor.useCredential(CREDENTIAL.name);
			await editor.closePanel();
		}
	}

	it('is handed in by a form, asks two questions, and is ordered once somebody has seen the order', async () => {
		scene.sandbox.control.change({ orderOutcome: 'substituted' });
		await imported('material-list.json', ['Match', 'Preview', 'Submit']);
		const opened = editor.page.waitForEvent('popup');
		await editor.at('execute-workflow-button').first().click();
		const form = await opened;
		await form.waitForLoadState();
		await form.setViewportSize({ width: 900, height: 800 });
		for (const [label, value] of Object.entries({ ...ORDER, 'PO number': poNumber })) await form.getByLabel(label, { exact: true }).fill(value);
		await form.locator('input[type=file]').setInputFiles(join(EXAMPLES, 'lists', 'clean.csv'));
		await pictureOf(form, 'material-list-form');
		await form.getByRole('button', { name: 'Find the products' }).click();
		await form.getByRole('heading', { name: 'What is not certain' }).waitFor();
		const questions = form.locator('select');
		expect(await questions.count()).toBe(2);
		await questions.nth(0).selectOption('Ridgeway Heritage Shingles, Black Shadow (product 6000)');
		await questions.nth(1).selectOption('Stonecrest Ice & Water Shield 2 SQ Granular (product 6285)');
		await pictureOf(form, 'material-list-questions');
		await form.getByRole('button', { name: 'Go on' }).click();
		await form.getByRole('heading', { name: 'Your order' }).waitFor();
		expect(await form.locator('table').innerText()).toContain('Ridgeway Heritage Shingles, Black Shadow');
		expect(held()).toEqual([]);
		await form.locator('select').selectOption('Yes, order it');
		await pictureOf(form, 'material-list-order');
		await form.getByRole('button', { name: 'Go on' }).click();
		await form.getByText('The order is placed').waitFor();
		await form.close();
		expect(held()).toHaveLength(1);
	});

	it('is compared with what SRS confirms and invoices, and the differences are told in plain words', async () => {
		await eventually(() => (held().some(({ state }) => state === 'Invoiced') ? true : undefined));
		await imported('material-list-check.json', ['Reconcile']);
		await editor.at('execute-workflow-button').first().click();
		await editor.page.locator('[data-test-id="canvas-node"][data-node-name="Keep Outcome"]').getByTestId('canvas-node-status-success').waitFor({ timeout: 60_000 });
		await editor.open('Reconcile');
		await editor.at('output-panel').getByTestId('radio-button-table').click();
		await editor.at('output-panel').getByText('Line 1 (Ridgeway Heritage Shingles, Black Shadow)').first().waitFor();
		if (PICTURES) await editor.screenshot(resolve(PICTURES, `material-list-differences-${theme}.png`));
		await editor.closePanel();
		const told = receiver.at('/checked').at(-1);
		expect(String(told?.text)).toMatch(new RegExp(`^PO ${poNumber}: Not as ordered \\(substituted\\)`));
	});
});

async function forgetChoices(): Promise<void> {
	const { client } = scene.n8n;
	const { id: project } = (await client.call('GET', '/rest/projects/personal')) as { id: string };
	const { data } = (await client.call('GET', `/rest/projects/${project}/data-tables`)) as { data: Array<{ id: string; name: string }> };
	for (const { id } of data.filter(({ name }) => name === 'srs_code_map')) await client.call('DELETE', `/rest/projects/${project}/data-tables/${id}`);
}
