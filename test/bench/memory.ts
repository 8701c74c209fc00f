import { readFile, writeFile } from 'node:fs/promises';

import { setScene, type Scene } from '../../demo/scene';
import type { Workflow } from '../../host';
import { imported, line, median, timeOf } from './measure';
import { withHttpRequest, withOurNode } from './workflows';

const PRODUCTS = 20_000;
const ROUNDS = 3;

/**
 * The memory that reading a large catalogue takes at its peak, beyond what n8n holds anyway. Each node gets an n8n of its
 * own, since memory that was once taken is seldom given back.
 */
export async function memoryOfACatalogue(): Promise<void> {
	const ours = await peaks((): Workflow => withOurNode('catalogue', 1, { resource: 'branch', operation: 'getProducts', branchCode: 'SBDEN', returnAll: true, simplify: false }));
	const stock = await peaks(({ sandbox }) => withHttpRequest('catalogue', 1, `${sandbox.url}/branches/v2/activeBranchProducts/SBDEN`));
	console.log(`\nBranch: Get Active Products, ${PRODUCTS} products (median of ${ROUNDS}, each in a fresh n8n)`);
	line('stock HTTP Request node, peak MB', megabytes(stock.peak));
	line('SRS SIPS node, peak MB', megabytes(ours.peak));
	line('ratio of the peaks', (ours.peak / stock.peak).toFixed(2), 'at most 1.2');
	line('ratio of what the run added', (ours.added / stock.added).toFixed(2));
}

/** @returns bytes: the peak of the process during the run, and how much of it the run added */
async function peaks(workflow: (scene: Scene) => Workflow): Promise<{ peak: number; added: number }> {
	const all: Array<{ peak: number; added: number }> = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const scene = await setScene();
		try {
			scene.sandbox.control.change({ extraProducts: PRODUCTS });
			const id = await imported(scene, workflow(scene));
			const { pid } = scene.n8n;
			if (pid === undefined) throw new Error('n8n is not running.');
			const before = await resetPeak(pid);
			// The branch has products of its own as well.
			await timeOf(scene, id, { atLeast: PRODUCTS });
			const peak = await residentBytes(pid, 'VmHWM');
			all.push({ peak, added: peak - before });
		} finally {
			await scene.close();
		}
	}
	return { peak: median(all.map(({ peak }) => peak)), added: median(all.map(({ added }) => added)) };
}

/** Makes Linux forget the process's peak; returns what it holds now, in bytes. */
async function resetPeak(pid: number): Promise<number> {
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	return await residentBytes(pid, 'VmRSS');
}

async function residentBytes(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
	if (kilobytes === undefined) throw new Error(`Linux does not tell ${field}.`);
	return Number(kilobytes) * 1024;
}

function megabytes(bytes: number): number {
	return Math.round(bytes / 1_048_576);
}
