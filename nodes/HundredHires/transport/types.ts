/** What requests and their answers are made of. */
import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import type { Json } from '../shared/types';

/** Any of n8n's contexts in which a request can be made. */
export type Context = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

export interface ApiRequest {
	method: IHttpRequestMethods;
	/**
	 * Below the base URL, starting with a slash; IDs in it encoded. Or the absolute URL of a file, which must be of the API's own
	 * origin.
	 */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Besides the API key and the types of content. */
	headers?: IDataObject;
	/** What it is for, to follow "Could not". */
	task: string;
}

export interface ApiResponse {
	status: number;
	/** Names in lower case. */
	headers: Json;
	body: unknown;
}

/** The account that the node's credential stands for. */
export interface Account {
	baseUrl: string;
	/** As entered in the credential, for keys that reach several companies. */
	companyId: string | null;
	/** Tells two keys apart without showing them. */
	keyDigest: string;
}

/** Why no answer came. */
export interface Unreachable {
	/** The connection's own words. */
	unreachable: string;
	/** Such as `ECONNREFUSED`; empty where there is none. */
	code: string;
}
