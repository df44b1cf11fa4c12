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
	/** Below the base URL, starting with a slash; IDs in it encoded. Or the absolute URL of a file below the base URL. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Besides the API key and the types of content. */
	headers?: IDataObject;
	/** What it is for, to follow "Could not". */
	task: string;
	/** What a 2xx has to hold; one that does not is a failure. */
	expect: Expectation;
	/** For a write that does no harm when it is done again, as people are told to do. By default, reads only. */
	isIdempotent?: boolean;
}

/** What the answer to a request is, where it was done. */
export type Expectation =
	/** A list of objects under a key, or as the body itself. */
	| { kind: 'list'; key?: string; fields?: readonly string[] }
	/** A list of texts under a key. */
	| { kind: 'texts'; key: string }
	/** An object, the body or what is under `at`. Of `fields` it has `id`, if that is one of them, else any; none for all objects. `null` under `at` only where that is promised. */
	| {
			kind: 'object';
			at?: string;
			fields: readonly string[];
			mayBeNull?: boolean;
			/** Those of the fields that have to be lists. */
			lists?: readonly string[];
	  }
	/** `{"success": true}`, or 204. */
	| { kind: 'done' }
	/** Bytes, as a stream. */
	| { kind: 'file' }
	/** Whatever comes, for a caller that believes nothing of it unchecked. */
	| { kind: 'any' };

export interface ApiResponse {
	status: number;
	/** Names in lower case. */
	headers: Json;
	body: unknown;
	/** What was requested, absolute. */
	url?: string;
	/** Whether something may have been done that should not be done again. */
	isWrite?: boolean;
	/** Ends the transfer of a stream. */
	close?: () => void;
}

/** The account that the node's credential stands for. */
export interface Account {
	baseUrl: string;
	/** As entered in the credential, for keys that reach several companies. */
	companyId: string | null;
	/** Tells two keys, or the same at two servers, apart without showing them. */
	keyDigest: string;
}

/** Why no answer came. */
export interface Unreachable {
	/** The connection's own words. */
	unreachable: string;
	/** Such as `ECONNREFUSED`; empty where there is none. */
	code: string;
}

/** What became of sending a request once. */
export type Outcome = ApiResponse | Unreachable;
