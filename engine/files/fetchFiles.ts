import type { BinaryHelperFunctions, IBinaryData } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { answerJson } from '../http/answerJson';
import { MB } from '../http/megabyte';
import { linkFrom, type Link } from '../transport/link';
import { tooLarge, type HostStream, type OpenAnswer } from '../http/openBody';
import type { PartnerRequest } from '../http/request';
import type { Sender } from '../transport/sender';
import { unusableAnswer } from '../transport/unusableAnswer';
import { dispositionName, safeFileName } from './fileName';
import { filesInJson, type FileInJson } from './filesInJson';
import { fileType, isText } from './fileType';

/** Largest file that is taken, in bytes: a wrong answer must not fill memory or disk. */
const MOST_FILE_BYTES = 100 * MB;
/** Files that are taken from one answer. */
const MOST_FILES = 50;
const MOST_REDIRECTS = 5;

/** What file is asked for. */
export interface WantedFile {
	/** The call as people know it, such as `Invoice PDF`. */
	what: string;
	/** Name of the file without extension, where the answer tells none. */
	baseName: string;
	/** Largest file in bytes; `MOST_FILE_BYTES` unless given. */
	mostBytes?: number;
	/** The part of a JSON answer that is about the files that are asked for. @throws Failure where it is about others. Left out, all of it */
	partOf?(answer: unknown): unknown;
}

/** A file that the host has stored. */
export interface StoredFile {
	binary: IBinaryData;
	fileName: string;
	mimeType: string;
	/** Bytes. */
	size: number;
}

/** Where files are put: n8n's own store, which knows the execution they belong to. */
export type BinaryStore = Pick<BinaryHelperFunctions, 'prepareBinaryData'>;

/** What came of one request. */
type Received = { stored: StoredFile } | { redirect: Link } | JsonAnswer;

/** What came in the place of a file. */
interface JsonAnswer {
	/** Parsed JSON, or text. */
	body: unknown;
	/** Whether files may be looked for in it: not in a web page, nor in JSON that breaks off. */
	isReadable: boolean;
	status: number;
}

/**
 * Fetches what an answer is, holds or leads to as files: bytes, Base64 inside JSON, or links. Bytes go to the host's store
 * as they come. Links are asked without the token unless they lead to the API.
 *
 * @returns the files, and the answer beside them where it is JSON
 * @throws Failure
 */
export async function fetchFiles(
	request: PartnerRequest,
	wanted: WantedFile,
	tools: { sender: Sender; store: BinaryStore },
): Promise<{ files: StoredFile[]; answer: unknown }> {
	return await new Fetch(wanted, tools).all(request);
}

class Fetch {
	private readonly partner: string;
	private readonly sender: Sender;
	private readonly store: BinaryStore;
	private readonly mostBytes: number;
	/** Address of the API, known once it has answered. */
	private api: URL | undefined;
	/** Of the last answer. */
	private secrets: OpenAnswer['secrets'];

	constructor(
		private readonly wanted: WantedFile,
		{ sender, store }: { sender: Sender; store: BinaryStore },
	) {
		this.partner = sender.partner;
		this.sender = sender;
		this.store = store;
		this.mostBytes = wanted.mostBytes ?? MOST_FILE_BYTES;
	}

	async all(request: PartnerRequest): Promise<{ files: StoredFile[]; answer: unknown }> {
		const received = await this.follow(request);
		if ('stored' in received) return { files: [received.stored], answer: null };
		if (!received.isReadable) throw this.unusable(received);
		if (this.wanted.partOf) received.body = this.wanted.partOf(received.body);
		const { files, hasPlace, rest } = filesInJson(received.body);
		if (files.length === 0) throw this.without(received, hasPlace);
		if (files.length > MOST_FILES) throw this.tooMany(files.length);

		// Each Base64 text is let go of once it is stored.
		received.body = undefined;
		const stored: StoredFile[] = [];
		const areSeveral = files.length > 1;
		for (let file = files.shift(); file; file = files.shift()) stored.push(await this.take(file, areSeveral ? stored.length + 1 : undefined));
		return { files: stored, answer: rest };
	}

	/** @param number of the file, where there are several */
	private async take(file: FileInJson, number: number | undefined): Promise<StoredFile> {
		if ('base64' in file) {
			const bytes = Buffer.from(file.base64, 'base64');
			if (bytes.length > this.mostBytes) throw tooLarge(this.mostBytes);
			if (bytes.length === 0) throw this.empty();
			if (isText(bytes.subarray(0, 1024))) throw this.unusable({ body: bytes.toString('utf8', 0, 10_000), status: 200 });
			return await this.put(bytes, bytes.length, bytes, file, number);
		}
		const link = linkFrom(this.partner, file.link, this.api!, this.api!);
		const received = await this.follow(link, file, number);
		if ('stored' in received) return received.stored;
		throw this.unusable(received);
	}

	/** Asks, and goes where redirects lead. */
	private async follow(target: PartnerRequest | Link, about: Partial<FileInJson> = {}, number?: number): Promise<Exclude<Received, { redirect: Link }>> {
		let next = target;
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
			const received = await this.sender.open(next, async (answer) => await this.receive(answer, about, number));
			if (!('redirect' in received)) return received;
			next = received.redirect;
		}
		throw new Failure('brokenAnswer', `${this.partner} redirected more than ${MOST_REDIRECTS} times (${this.wanted.what})`, {
			advice: `Check the base URL of the credential, then ask ${this.partner}.`,
		});
	}

	private async receive(answer: OpenAnswer, about: Partial<FileInJson>, number: number | undefined): Promise<Received> {
		const { status, headers, address, body } = answer;
		this.api ??= address;
		this.secrets = answer.secrets;
		if (status >= 300) return { redirect: linkFrom(this.partner, String(headers.location), address, this.api) };
		const length = Number(headers['content-length'] ?? 0);
		// Base64 is a third longer than what it holds, and stands in JSON.
		const mostText = Math.ceil(this.mostBytes * 1.4) + MB;
		if (length > mostText) throw tooLarge(this.mostBytes);

		const head = await body.head();
		// Without a body the API itself says that it has none; a link that leads to nothing is broken.
		if (head.length === 0) throw address.origin === this.api.origin && !('link' in about) ? this.none(status, 'The answer is empty.') : this.empty();
		if (isText(head)) {
			const { text, isWhole } = await body.text(mostText);
			if (!isWhole) throw tooLarge(this.mostBytes);
			return { ...parsed(text), status };
		}
		if (length > this.mostBytes) throw tooLarge(this.mostBytes);
		const told = { fileName: dispositionName(headers['content-disposition']) ?? about.fileName, mimeType: about.mimeType ?? headers['content-type'] };
		const stored = await this.put(body.stream(this.mostBytes), 0, head, told, number);
		return { stored: { ...stored, size: body.size } };
	}

	private async put(
		data: Buffer | HostStream,
		size: number,
		head: Buffer,
		told: { fileName?: string; mimeType?: unknown },
		number: number | undefined,
	): Promise<StoredFile> {
		const mimeType = fileType(head, told.mimeType);
		const { baseName } = this.wanted;
		const fileName = safeFileName(told.fileName, number === undefined ? baseName : `${baseName}-${number}`, mimeType);
		try {
			const binary = await this.store.prepareBinaryData(data, fileName, mimeType);
			return { binary, fileName, mimeType, size };
		} catch (error) {
			throw isFailure(error) ? error : notStored(error);
		}
	}

	private empty(): Failure {
		return new Failure('brokenAnswer', `${this.partner} answered with an empty file (${this.wanted.what})`, {
			advice: `Run the item again. If it stays so, ask ${this.partner}.`,
		});
	}

	/** @param hasPlace whether the answer has a place for files, which is empty */
	private without(told: JsonAnswer, hasPlace: boolean): Failure {
		const failure = this.unusable(told);
		if (!hasPlace || failure.kind === 'businessRefusal') return failure;
		return this.none(told.status, 'The answer has a place for files, and it is empty.');
	}

	private none(status: number, seen: string): Failure {
		return new Failure('notFound', `${this.partner} has no file for this (${this.wanted.what})`, {
			advice: `${seen} There may be none yet: try again later.`,
			status,
			isPartnersOwn: true,
		});
	}

	private tooMany(count: number): Failure {
		return new Failure('brokenAnswer', `${this.partner} answered with ${count} files, and at most ${MOST_FILES} are taken (${this.wanted.what})`, {
			advice: `Ask ${this.partner} whether the answer is right.`,
		});
	}

	private unusable(told: Pick<JsonAnswer, 'body' | 'status'>): Failure {
		return unusableAnswer(this.partner, { ...told, secrets: this.secrets }, this.wanted.what, 'a file');
	}
}

/** JSON, or text that may itself be a link or Base64. */
function parsed(text: string): Pick<JsonAnswer, 'body' | 'isReadable'> {
	const trimmed = text.trim();
	const { body, fault } = answerJson(trimmed);
	if (fault) return { body: '', isReadable: false };
	return { body, isReadable: body !== trimmed || (trimmed !== '' && !/^[[{"<]/.test(trimmed)) };
}

function notStored(error: unknown): Failure {
	return new Failure('configuration', `n8n could not store the file: ${error instanceof Error ? error.message : String(error)}`, {
		advice: 'Check disk space and the binary data settings of this n8n.',
	});
}
