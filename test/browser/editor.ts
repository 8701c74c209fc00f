import type { Browser, Locator, Page } from 'playwright-core';

/** How n8n looks. */
export type Theme = 'light' | 'dark';

export interface EditorOptions {
	readonly url: string;
	readonly owner: { readonly email: string; readonly password: string };
	readonly theme?: Theme;
}

/** A laptop's. */
const VIEWPORT = { width: 1280, height: 900 };
/** n8n's editor is slow on a busy machine. */
const TIMEOUT_MS = 20_000;

/** n8n's editor, as a person uses it: by what is to be seen, and by the test ids that n8n has for its own tests. */
export class Editor {
	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens n8n in a new window and signs in. */
	static async signIn(browser: Browser, { url, owner, theme = 'light' }: EditorOptions): Promise<Editor> {
		const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: theme });
		await context.addInitScript(`localStorage.setItem('N8N_THEME', '${theme}')`);
		const page = await context.newPage();
		page.setDefaultTimeout(TIMEOUT_MS);
		await page.goto(`${url}/signin`);
		await page.fill('input[name=emailOrLdapLoginId]', owner.email);
		await page.fill('input[name=password]', owner.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
		return new Editor(page, url);
	}

	/** The editor's own test ids. */
	at(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	/** An empty workflow, with the list of nodes open. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.at('canvas-add-button').click();
		await this.at('node-creator-search-bar').waitFor();
	}

	/** What the list of nodes offers for some words, in its order. */
	async search(words: string): Promise<string[]> {
		await this.at('node-creator-search-bar').fill(words);
		await settled(async () => (await this.offered()).join());
		return await this.offered();
	}

	private async offered(): Promise<string[]> {
		return (await this.at('node-creator-item-name').allTextContents()).map((name) => name.trim());
	}

	/** Chooses from the list of nodes, by the name as it stands there. */
	async take(name: string): Promise<void> {
		await this.at('node-creator-item-name').getByText(name, { exact: true }).first().click();
	}

	/** Adds an action of a node to the workflow; its panel opens. */
	async addAction(node: string, action: string): Promise<void> {
		await this.search(node);
		await this.take(node);
		const category = this.at('node-creator-category-item').filter({ hasText: /^Actions/ });
		await category.waitFor();
		if (!(await this.offered()).includes(action)) await category.click();
		await this.take(action);
		await this.panel().waitFor();
	}

	/** Adds a node that has no actions to choose from; its panel opens. */
	async addNode(name: string): Promise<void> {
		await this.search(name);
		await this.take(name);
		const add = this.page.getByText('Add to workflow');
		await add.or(this.panel()).first().waitFor();
		if (await add.isVisible()) await add.click();
		await this.panel().waitFor();
	}

	/** The open panel of a node. */
	panel(): Locator {
		return this.at('ndv').first();
	}

	/** Opens the panel of a node that is on the canvas. */
	async open(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.panel().waitFor();
	}

	async closePanel(): Promise<void> {
		await this.at('ndv-close-button').first().click();
		await this.panel().waitFor({ state: 'hidden' });
	}

	/** Types into a field of the panel, or of the dialog that lies above it. @param parameter by the name in the node's code */
	async fill(parameter: string, value: string): Promise<void> {
		await this.at(`parameter-input-${parameter}`).last().locator('input, textarea').first().fill(value);
	}

	/** Types into a field that holds a day. @param day `YYYY-MM-DD` */
	async fillDay(parameter: string, day: string): Promise<void> {
		const field = this.at(`parameter-input-${parameter}`).locator('input');
		await field.fill(day);
		await field.press('Enter');
		await this.page.locator('.el-picker-panel:visible').waitFor({ state: 'hidden' });
	}

	/** Adds a row to a list in the panel, such as a line of an order. @param parameter that holds the list */
	async addRow(parameter: string): Promise<void> {
		await this.at(`fixed-collection-${parameter}`).getByTestId('fixed-collection-add').click();
	}

	/** Chooses from a list of fixed options. */
	async select(parameter: string, option: string): Promise<void> {
		await this.at(`parameter-input-${parameter}`).last().click();
		const options = this.shownOptions();
		// Another option may name it in its description.
		await options.filter({ has: this.page.getByText(option, { exact: true }) }).first().click();
		await options.first().waitFor({ state: 'hidden' });
	}

	/** The options of a list of fixed ones, without their descriptions, and without what n8n adds to each such list of resources and operations. */
	async optionsOf(parameter: string): Promise<string[]> {
		await this.at(`parameter-input-${parameter}`).last().click();
		const options = this.shownOptions();
		await options.first().waitFor();
		const names = (await options.allInnerTexts()).map((text) => text.trim().split('\n')[0] ?? '');
		await this.page.keyboard.press('Escape');
		await options.first().waitFor({ state: 'hidden' });
		return names.filter((name) => name !== 'Custom API Call');
	}

	/** The options of the open list of fixed ones. A list that closes fades: wait until it is gone, or its options are taken for those of the next. */
	private shownOptions(): Locator {
		return this.page.locator('.el-select-dropdown__item:visible');
	}

	private dropdownItem(words: string): Locator {
		return this.shownOptions().filter({ hasText: words }).first();
	}

	/** Adds an option to a collection of the open panel, by the name in its list. @param which of its collections; n8n names none of them */
	async addOption(name: string, which: 'first' | 'last' = 'last'): Promise<void> {
		// A field that one has just left by choosing from its list has a tip below it, over what comes next.
		await this.panel().getByTestId('tab-params').or(this.panel().getByText('Parameters', { exact: true })).first().click();
		await this.at('collection-parameter-add')[which]().click();
		await this.page.getByRole('option', { name }).or(this.dropdownItem(name)).first().click();
	}

	/** Turns a switch of the open panel on, or off. */
	async toggle(parameter: string): Promise<void> {
		await this.at(`parameter-input-${parameter}`).last().locator('.el-switch').click();
	}

	/** Opens the list of a field whose list comes from the partner. @returns its rows */
	async openList(parameter: string): Promise<string[]> {
		await this.at(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		const rows = this.at('rlc-item');
		await rows.first().waitFor();
		await settled(async () => String(await rows.count()));
		return (await rows.allTextContents()).map((row) => row.trim());
	}

	/** Chooses a row of a list that comes from the partner; one of a long list is searched for. @returns the rows that there were */
	async choose(parameter: string, row: string): Promise<string[]> {
		const rows = await this.openList(parameter);
		if (!rows.some((one) => one.includes(row))) await this.at('rlc-search').fill(row);
		await this.at('rlc-item').filter({ hasText: row }).first().click();
		await this.at('rlc-item').first().waitFor({ state: 'hidden' });
		return rows;
	}

	/** Runs the node of the open panel, and waits for its end. @returns the fields that came out */
	async runStep(): Promise<string[]> {
		const isOver = this.at('node-run-status-success').or(this.page.getByTestId('node-error-message')).first();
		const wasOver = await isOver.isVisible();
		await this.at('node-execute-button').first().click();
		// What an earlier run came to stands there until the new one has begun.
		if (wasOver) await isOver.waitFor({ state: 'hidden', timeout: 5_000 }).catch(() => undefined);
		await isOver.waitFor();
		const cells = this.at('output-panel').locator('th');
		await this.at('output-panel').getByTestId('radio-button-table').click();
		await cells.first().waitFor();
		return (await cells.allTextContents()).map((name) => name.trim()).filter((name) => name !== '');
	}

	/** What stands above the output of the open panel: words that the run left there. */
	hint(words: string): Locator {
		return this.at('output-panel').getByText(words);
	}

	/** Begins a new credential in the open panel. */
	async newCredential(): Promise<void> {
		const select = this.at('node-credentials-select');
		// Newer n8n has a button in the place of the list, while there is no credential of the type.
		const connect = this.panel().getByRole('button', { name: /^Connect to / });
		await select.or(connect).first().click();
		if (await select.isVisible()) await this.at('node-credentials-select-item-new').click();
		await this.at('credential-save-button').waitFor();
	}

	/**
	 * Saves the credential of the open dialog, which tests it.
	 *
	 * @returns what n8n says of the test; newer n8n says nothing when all is well, and closes the dialog
	 */
	async saveCredential(): Promise<{ isGood: boolean; words: string }> {
		const save = this.at('credential-save-button');
		const dialog = this.page.locator('.el-dialog:visible').last();
		const failed = dialog.getByText('More details');
		const passed = this.at('credentials-config-container-test-success');
		await save.click();
		const outcome = await Promise.race([
			failed.waitFor().then(() => 'failed'),
			passed.waitFor().then(() => 'passed'),
			save.waitFor({ state: 'hidden' }).then(() => 'closed'),
		]);
		if (outcome === 'failed') {
			await failed.click();
			return { isGood: false, words: await dialog.innerText() };
		}
		return { isGood: true, words: outcome === 'passed' ? await passed.innerText() : '' };
	}

	/** Closes the dialog of the credential, if it is still there. */
	async closeDialog(): Promise<void> {
		if (!(await this.at('credential-save-button').isVisible())) return;
		// Escape would close the panel below it as well.
		await this.page.locator('.el-dialog__headerbtn:visible').last().click();
		await this.at('credential-save-button').waitFor({ state: 'hidden' });
	}

	/** Chooses a stored credential in the open panel. */
	async useCredential(name: string): Promise<void> {
		await this.at('node-credentials-select').click();
		await this.dropdownItem(name).click();
	}

	/** The name of the credential in the open panel. */
	async chosenCredential(): Promise<string> {
		const select = this.at('node-credentials-select').first();
		const input = select.locator('input').first();
		return (await input.count()) > 0 ? await input.inputValue() : await select.innerText();
	}

	/** Takes a workflow from a file, as *Import from File* does. */
	async importFile(path: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.at('canvas-add-button').waitFor();
		await this.at('workflow-import-input').setInputFiles(path);
		await this.at('canvas-node').first().waitFor();
	}

	/** Without n8n's messages in the corner, which pass. @param path of the file to write, a PNG */
	async screenshot(path: string): Promise<void> {
		// n8n fades buttons and switches over from one state to the next.
		await this.page.waitForTimeout(600);
		await this.page.screenshot({ path, animations: 'disabled', style: '.el-notification { visibility: hidden }' });
	}
}

/** Waits until something that n8n draws anew while one types has come to rest. */
async function settled(look: () => Promise<string>): Promise<void> {
	const deadline = Date.now() + TIMEOUT_MS;
	for (let before = await look(), same = 0; same < 3 && Date.now() < deadline; ) {
		await new Promise((resolve) => setTimeout(resolve, 150));
		const now = await look();
		same = now === before ? same + 1 : 0;
		before = now;
	}
}
