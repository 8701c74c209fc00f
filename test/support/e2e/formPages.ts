import axios from 'axios';

import { eventually } from './exampleWorkflows';

/** A field of a page of n8n's forms, as the page shows it. */
export interface FormField {
	/** What its value is sent under. */
	readonly name: string;
	readonly label: string;
	/** What can be chosen, where it is a list. */
	readonly options: readonly string[];
}

/** A page of n8n's forms, as a browser gets it. */
export interface FormPage {
	readonly url: string;
	/** Its HTML. */
	readonly html: string;
	/** Those that a person fills in, in their order. */
	readonly fields: readonly FormField[];
}

/** Opens a form. */
export async function openForm(url: string): Promise<FormPage> {
	return pageOf(url, (await axios.get<string>(url)).data);
}

/**
 * Sends a page, as the browser does, and waits for the next one.
 *
 * @param values by the label of a field or the beginning of it
 * @param file for the first field that takes one
 */
export async function sendPage(page: FormPage, values: Readonly<Record<string, string>>, file?: { name: string; text: string }): Promise<FormPage> {
	const data = new FormData();
	for (const [label, value] of Object.entries(values)) data.append(fieldOf(page, label).name, value);
	if (file) data.append(fieldOf(page, 'Material list').name, new Blob([file.text], { type: 'text/csv' }), file.name);
	const answer = await axios.post<{ formWaitingUrl?: string }>(page.url, data);
	const url = answer.data.formWaitingUrl ?? page.url;
	return await eventually(async () => {
		// Until the execution waits at the next page, n8n answers with the one before, with an empty page or with a conflict.
		const { data: status } = await axios.get<string>(statusUrl(url), { validateStatus: () => true });
		if (!/form-waiting|success|error/.test(String(status))) return undefined;
		const { data: html, status: code } = await axios.get<string>(url, { validateStatus: () => true });
		return code === 200 && html !== page.html ? pageOf(url, html) : undefined;
	});
}

function statusUrl(url: string): string {
	const { origin, pathname, search } = new URL(url);
	return `${origin}${pathname}/n8n-execution-status${search}`;
}

function fieldOf({ fields }: FormPage, label: string): FormField {
	const found = fields.find((field) => field.label.startsWith(label));
	if (!found) throw new Error(`No field begins with "${label}": ${fields.map((field) => field.label).join(' | ')}`);
	return found;
}

function pageOf(url: string, html: string): FormPage {
	const fields = [...html.matchAll(/<label[^>]*for=["'](field-\d+)["'][^>]*>([\s\S]*?)<\/label>/g)].map(([, name = '', label = '']) => {
		const select = new RegExp(`<select[^>]*id=["']${name}["'][^>]*>([\\s\\S]*?)</select>`).exec(html)?.[1] ?? '';
		const options = [...select.matchAll(/<option[^>]*value=["']([^"']+)["']/g)].map(([, value = '']) => plain(value));
		return { name, label: plain(label), options };
	});
	return { url, html, fields };
}

/** Without tags, and with the signs that are escaped. */
function plain(html: string): string {
	const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => (name ? (signs[name] ?? all) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))))
		.replace(/\s+/g, ' ')
		.trim();
}
