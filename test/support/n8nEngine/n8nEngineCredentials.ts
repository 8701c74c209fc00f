import {
	ICredentialsHelper,
	NodeHelpers,
	type IExecuteData,
	type IWorkflowExecuteAdditionalData,
	type ICredentialsExpressionResolveValues,
	type WorkflowExecuteMode,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type ICredentials,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IRequestOptionsSimplified,
} from 'n8n-workflow';

/**
 * One credential, kept in memory, driven the way n8n's own credentials helper drives it: `preAuthentication` runs when
 * the expirable field is empty or the host says that the token has expired, and what is read again is only what the type
 * declares, its expressions resolved for the item. What the type hands over of a token is stored as n8n 2.41 does it, into what stands
 * in the database by then, or as 2.8, with all that the run had read before.
 */
export class StoredCredential extends ICredentialsHelper {
	/** What stands in the database. */
	stored: ICredentialDataDecryptedObject;

	/** How often something of a token was written to the database. */
	updates = 0;

	/** The tokens that requests were sent with, each once. */
	readonly tokens = new Set<string>();

	/** How often it was read for a node. */
	reads = 0;

	/** Which n8n is played. */
	line: '2.8' | '2.41' = '2.41';

	constructor(
		private readonly type: ICredentialType,
		fields: ICredentialDataDecryptedObject,
	) {
		super();
		this.stored = structuredClone(fields);
	}

	/** What a person does in the credential's panel. The editor sends the hidden fields back as they were. */
	edit(fields: ICredentialDataDecryptedObject): void {
		this.stored = { ...this.stored, ...fields };
	}

	getParentTypes(): string[] {
		return [];
	}

	/** n8n 2.41 asks before it reads one; ours are for every node. */
	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type;
		if (typeof authenticate !== 'function') throw new Error('Only credentials that authenticate by a function are played here');
		const options = await authenticate(credentials, requestOptions as IHttpRequestOptions);
		this.tokens.add(String(options.headers?.Authorization).replace('Bearer ', ''));
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.type.properties.find(({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true);
		if (!expirable || !this.type.preAuthentication) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const { httpRequest } = helpers.helpers;
		const handed = this.line === '2.8' ? helpers : { helpers: { httpRequest } };
		const output = (await this.type.preAuthentication.call(handed, credentials)) as ICredentialDataDecryptedObject;
		if (output[expirable.name] === undefined || !node.credentials) return undefined;
		Object.assign(credentials, output);
		const stored = this.line === '2.8' ? credentials : { ...this.stored, ...output };
		await this.updateCredentials({ id: '1', name: '' }, this.type.name, stored);
		return credentials;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Not used by nodes');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		_type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		_raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads += 1;
		const stored = structuredClone(this.stored) as INodeParameters;
		const declared = NodeHelpers.getNodeParameters(this.type.properties, stored, true, false, null, null) as INodeParameters;
		if (!values) return declared as ICredentialDataDecryptedObject;
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = values;
		return workflow.expression.getParameterValue(
			declared, runExecutionData, runIndex, itemIndex, node.name, connectionInputData, mode, {}, executeData, false, declared,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(_details: INodeCredentialsDetails, _type: string, data: ICredentialDataDecryptedObject): Promise<void> {
		this.updates += 1;
		this.stored = structuredClone(data);
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('Not an OAuth credential');
	}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}
}
