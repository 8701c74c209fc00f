import {
	ICredentialsHelper,
	NodeHelpers,
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
 * One credential, kept in memory, driven the way n8n's own credentials helper (2.8.4) drives it: `preAuthentication` runs when
 * the expirable field is empty or the host says that the token has expired, its result is stored and merged, and what
 * is read again is only what the type declares.
 */
export class StoredCredential extends ICredentialsHelper {
	/** What stands in the database. */
	stored: ICredentialDataDecryptedObject;

	/** How often a new token was written to the database. */
	updates = 0;

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

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type;
		if (typeof authenticate !== 'function') throw new Error('Only credentials that authenticate by a function are played here');
		return await authenticate(credentials, requestOptions as IHttpRequestOptions);
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
		const output = (await this.type.preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
		if (output[expirable.name] === undefined || !node.credentials) return undefined;
		await this.updateCredentials({ id: '1', name: '' }, this.type.name, Object.assign(credentials, output));
		return Object.assign(credentials, output);
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Not used by nodes');
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		const stored = structuredClone(this.stored) as INodeParameters;
		return NodeHelpers.getNodeParameters(this.type.properties, stored, true, false, null, null) as ICredentialDataDecryptedObject;
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
