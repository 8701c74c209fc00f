import { sharesAsText, sharesOf, type CpuProfile } from '../../bench/shares';

const MODULES = '/home/node/.cache/n8n-nodes-partner-apis/n8n/node_modules';
const frames: Array<[functionName: string, url: string, children?: number[]]> = [
	['(root)', '', [2, 3, 4, 5]],
	['(idle)', ''],
	['(garbage collector)', ''],
	['(program)', ''],
	['processTicks', 'node:internal/process/task_queues', [6]],
	['execute', `file://${MODULES}/n8n-core/dist/execute.js`, [7]],
	['runItems', '/data/nodes/node_modules/n8n-nodes-partner-apis/dist/engine/items/runItems.js', [8, 9]],
	['parse', ''],
	['request', `${MODULES}/axios/dist/node/axios.cjs`],
];
const nodes = frames.map(([functionName, url, children], at) => ({ id: at + 1, callFrame: { functionName, url }, children }));

/** Samples a millisecond apart, after a first one at once. */
function profile(samples: number[]): CpuProfile {
	return { nodes, samples: [...samples, 2], timeDeltas: [0, ...samples.map(() => 1000)] };
}

describe('whose time a profile shows', () => {
	it('goes by the file of the function on top; the folder of the cache has our name and is not ours', () => {
		expect(sharesOf(profile([5, 6, 7, 9, 3]), 100, { from: 0, to: 1000 })).toEqual({ ours: 0.2, n8n: 0.2, axios: 0.2, Node: 0.2, garbage: 0.2 });
	});

	it('counts what is built in for its caller, and for Node where there is none', () => {
		expect(sharesOf(profile([8, 4]), 100, { from: 0, to: 1000 })).toMatchObject({ ours: 0.5, Node: 0.5 });
	});

	it('leaves out waiting, and what lies outside the time of the node', () => {
		expect(sharesOf(profile([6, 6, 7, 2, 2, 6, 7]), 100, { from: 102, to: 106 })).toMatchObject({ ours: 0.5, n8n: 0.5 });
	});

	it('is told in hundredths', () => {
		expect(sharesAsText({ ours: 0.071, n8n: 0.5, axios: 0.14, Node: 0.2, garbage: 0.089 })).toBe('ours 7 %, n8n 50 %, axios 14 %, Node 20 %, garbage 9 %');
	});
});
