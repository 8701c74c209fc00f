import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isFailure } from '../failure';
import { MB } from '../http/megabyte';
import { MOST_ANSWER_MB } from '../transport/readJson';
import type { SenderOptions } from '../transport/senderOptions';
import { accountsOf } from './accounts';
import { FieldReader } from './fields';
import { ItemFailure, type ItemResult } from './itemsRun';
import { toNodeError, toOutput } from './nodeErrors';
import type { AnyOperation } from '../operation/operation';
import { withFiles } from './itemFiles';
import { panelReader } from './panel';
import { withoutPersonalData } from './personalData';
import { CONCURRENCY, operationsNamed, type ResourceTable } from './resources';
import { runAccounts } from './runAccounts';
import { showRunHints } from './runHints';
import { toolCallOf } from './toolCall';
import { isToolRun, showToPerson, toolFailure } from './toolFailure';

/**
 * Runs a node that is nothing but a table of operations: reads what the panel asks for, sends it, and puts out items
 * that are paired with what came in.
 *
 * Where a model calls the node as its tool, a failure of whatever kind is put out as one item of plain words.
 *
 * @param sending how to send to this partner; `timeoutMs` is for operations that set none of their own
 * @throws NodeOperationError or NodeApiError that names the item
 */
export async function executeOperations(
	context: IExecuteFunctions,
	table: ResourceTable,
	sending: SenderOptions,
): Promise<INodeExecutionData[][]> {
	let operation: AnyOperation | undefined;
	try {
		operation = chosenOperation(context, table);
		const asRead = new Map<number, unknown>();
		const results = await resultsOf(context, operation, sending, asRead);
		showRunHints(context, operation, results, asRead);
		return [toOutput(results)];
	} catch (error) {
		const failure = error instanceof ItemFailure ? error.failure : error;
		// A stopped execution stops, whoever called.
		if (isToolRun(context) && !(isFailure(failure) && failure.kind === 'cancelled')) {
			// A person sees all of it.
			showToPerson(context, toolFailure(failure, operation?.effect));
			return [[toolFailure(failure, operation?.effect, (words) => forModel(context, operation, failure, words))]];
		}
		if (error instanceof ItemFailure) throw toNodeError(context.getNode(), error.failure, error.itemIndex);
		throw error;
	}
}

/** Words of a failure without what the items say of people. */
function forModel(context: IExecuteFunctions, operation: AnyOperation | undefined, failure: unknown, words: string): string {
	const reader = panelReader(context);
	const readers = context.getInputData().map((_, index) => reader(index));
	const further = isFailure(failure) ? (failure.details.faults ?? []).flatMap(({ personal = [] }) => personal) : [];
	return withoutPersonalData(words, operation?.personalFields ?? [], readers, further);
}

function chosenOperation(context: IExecuteFunctions, table: ResourceTable): AnyOperation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operations = operationsNamed(table, resource, name);
	const [first] = operations;
	const operation = operations.find(({ onlyFor }) => !onlyFor || onlyFor.values.includes(String(context.getNodeParameter(onlyFor.field, 0))));
	if (operation) return operation;
	if (first?.onlyFor) throw notForThis(context, first.displayName, first.onlyFor.field, operations);
	throw new NodeOperationError(context.getNode(), `This version of the node cannot do "${name}" of "${resource}"`, {
		description: 'Choose resource and operation again, or update the package.',
	});
}

/** The operation is there, and not for what another field of the node says. */
function notForThis(context: IExecuteFunctions, operation: string, field: string, operations: readonly AnyOperation[]): NodeOperationError {
	const values = operations.flatMap(({ onlyFor }) => onlyFor?.values ?? []);
	return new NodeOperationError(context.getNode(), `The operation ${operation} is not there for ${field} "${String(context.getNodeParameter(field, 0))}"`, {
		description: `It is there for ${field} ${values.join(' or ')}. Choose another operation, or change that field. Nothing was sent.`,
	});
}

/**
 * @param asRead gets the parameters of each item
 * @throws ItemFailure, or what n8n throws where it cannot resolve a field or read the credential
 */
async function resultsOf(context: IExecuteFunctions, operation: AnyOperation, sending: SenderOptions, asRead: Map<number, unknown>): Promise<ItemResult[]> {
	const setting = (option: string, fallback: number): number => {
		const value = orUndefined(() => Number(context.getNodeParameter(`options.${option}`, 0, fallback)));
		return value !== undefined && Number.isFinite(value) && value >= 1 ? Math.floor(value) : fallback;
	};
	const itemCount = context.getInputData().length;
	const timeoutMs = setting('timeoutMs', operation.timeoutMs ?? sending.timeoutMs);
	const mostAnswerBytes = Math.min(MOST_ANSWER_MB.most, setting('maxAnswerMb', MOST_ANSWER_MB.usual)) * MB;
	const accounts = await accountsOf(context, { ...sending, timeoutMs, mostAnswerBytes }, itemCount);
	const reader = withFiles(panelReader(context), context);
	const given = {
		itemCount,
		reader,
		run: { timezone: context.getTimezone(), now: new Date(), executionId: `${context.getExecutionId()}@${context.getInstanceId()}`, toolCall: toolCallOf(context) },
		workflowId: context.getWorkflow().id ?? '',
		store: context.helpers,
		files: context.helpers,
		concurrency: Math.min(
			CONCURRENCY.most,
			setting('concurrency', operation.effect === 'once' ? CONCURRENCY.once : CONCURRENCY.usual),
		),
		batchSize: 'batch' in operation ? setting('batchSize', operation.batch.defaultSize) : undefined,
		sharesEqualReads: orUndefined(() => new FieldReader(reader(0)).optionalFlag('options.shareEqualReads', { label: 'Share Equal Reads' })),
		// A model is told of a failure at once, in one place.
		continueOnFail: context.continueOnFail() && !isToolRun(context),
		noteParameters: (index: number, value: unknown) => void asRead.set(index, value),
	};
	return await runAccounts(operation, given, accounts);
}

/** What n8n cannot resolve here is told with the other fields of the item, which are read one item at a time. */
function orUndefined<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
