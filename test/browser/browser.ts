import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

import { ensureTools, howToInstall } from '../../host/debian';
import { silent, type Report } from '../../host';

/** Where distributions put it, under its names. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** Without a screen, and without asking anything of the network that is not asked of it. */
const FLAGS = [
	'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Starts Chromium without a screen. On Debian, as root, it is installed where it is missing. @throws with advice where it cannot be */
export async function startBrowser(report: Report = silent): Promise<Browser> {
	await ensureTools({
		tools: [{ program: 'chromium', debianPackage: 'chromium' }],
		purpose: 'for the tests of the editor',
		whenMissing: () => `Chromium is missing. ${howToInstall(['chromium'])}`,
		isPresent: async () => await Promise.resolve(installed() !== undefined),
		report,
	});
	return await chromium.launch({ executablePath: installed(), headless: true, args: FLAGS });
}

function installed(): string | undefined {
	return PLACES.find((path) => existsSync(path));
}
