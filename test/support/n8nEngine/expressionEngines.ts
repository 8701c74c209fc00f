import './n8nEngineHome';

import { Expression } from 'n8n-workflow';

/** What resolves expressions: n8n's own JavaScript in the same process, in an isolate of V8, or in an interpreter. */
export type ExpressionEngineName = 'legacy' | 'vm' | 'quickjs';

/** What newer versions of n8n have for it. */
interface ChosenExpressions {
	initExpressionEngine(options: { engine: ExpressionEngineName; bridgeTimeout: number; bridgeMemoryLimit: number; maxCodeCacheSize: number; poolSize: number }): Promise<void>;
	setExpressionEngine(engine: ExpressionEngineName): void;
	disposeExpressionEngine(): Promise<void>;
	getActiveImplementation(): ExpressionEngineName;
}

const chosen = Expression as unknown as Partial<ChosenExpressions>;

/** The engines that the n8n under the tests can be set to. */
export const EXPRESSION_ENGINES: readonly ExpressionEngineName[] = hasChoice(chosen) ? ['legacy', 'vm', 'quickjs'] : ['legacy'];

/** As n8n itself starts it, with its usual limits. Only between runs. */
export async function useExpressionEngine(engine: ExpressionEngineName): Promise<void> {
	if (!hasChoice(chosen)) return;
	await chosen.disposeExpressionEngine();
	chosen.setExpressionEngine('legacy');
	await chosen.initExpressionEngine({ engine, bridgeTimeout: 5_000, bridgeMemoryLimit: 128, maxCodeCacheSize: 1_024, poolSize: 1 });
	if (chosen.getActiveImplementation() !== engine) throw new Error(`n8n does not use its expression engine "${engine}"`);
}

function hasChoice(expressions: Partial<ChosenExpressions>): expressions is ChosenExpressions {
	return typeof expressions.initExpressionEngine === 'function';
}
